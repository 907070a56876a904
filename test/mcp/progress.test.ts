import {
  Client as CurrentClient,
  StreamableHTTPClientTransport as CurrentHttp,
} from "@modelcontextprotocol/client";
import { StdioClientTransport as CurrentStdio } from "@modelcontextprotocol/client/stdio";
import { Client as EarlierClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as EarlierStdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as EarlierHttp } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { type Sandbox, startSandbox } from "../../sandbox";
import type { Listening } from "../../src/mcp/serving/http";
import { serverPath } from "../support/bundle";
import { environmentOf } from "../support/environment";
import { serverFor, TOKEN } from "./clients";

let sandbox: Sandbox;
let server: Listening;
let customer: number;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 250, rateLimit: false });
  const channels = [{ type: "email", address: "busy@example.com" }];
  customer = sandbox.change.createCustomer({ name: "Busy", channels });
  for (const subject of ["One", "Two", "Three"]) {
    const from = { from_agent: false, channel: "email", via: "email", body_text: subject };
    const messages = [{ ...from, sender: { id: customer } }];
    sandbox.change.createTicket({ via: "email", customer: { id: customer }, subject, messages });
  }
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await server.close();
  await sandbox.close();
});

/** The content types of the answers to calls. */
const types: (string | null)[] = [];

/** Sends what a client sends, with what it is to accept, and notes what is answered to a call. */
function accepting(accept?: string) {
  return async (to: string | URL, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    if (accept) {
      headers.set("accept", accept);
    }
    const answer = await fetch(to, { ...init, headers });
    if (String(init?.body).includes("tools/call")) {
      types.push(answer.headers.get("content-type"));
    }
    return answer;
  };
}

const url = () => new URL("/gorgias", server.origin);
const program = () => ({
  command: process.execPath,
  args: [serverPath(), "--toolsets", "all"],
  env: environmentOf(sandbox),
});
const requestInit = { headers: { authorization: `Bearer ${TOKEN}` } };

const current = () =>
  new CurrentClient(
    { name: "tests", version: "1" },
    { versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
const earlier = () => new EarlierClient({ name: "tests", version: "1" });

/** Calls a tool, and answers what was told on the way with its result. */
type Call = (
  name: string,
  given: Record<string, unknown>,
) => Promise<{ told: readonly number[]; result: unknown }>;

async function overCurrent(
  transport: CurrentHttp | CurrentStdio,
  isHeard = true,
): Promise<{ call: Call; close: () => Promise<void> }> {
  const client = current();
  await client.connect(transport);
  return {
    close: () => client.close(),
    async call(name, given) {
      const told: number[] = [];
      const onprogress = ({ progress }: { progress: number }) => void told.push(progress);
      const result = await client.callTool(
        { name, arguments: given },
        isHeard ? { onprogress } : {},
      );
      return { told, result };
    },
  };
}

async function overEarlier(
  transport: EarlierHttp | EarlierStdio,
  isHeard = true,
): Promise<{ call: Call; close: () => Promise<void> }> {
  const client = earlier();
  // The SDK's own types disagree about optional properties.
  await client.connect(transport as Transport);
  return {
    close: () => client.close(),
    async call(name, given) {
      const told: number[] = [];
      const onprogress = ({ progress }: { progress: number }) => void told.push(progress);
      const result = await client.callTool(
        { name, arguments: given },
        undefined,
        isHeard ? { onprogress } : {},
      );
      return { told, result };
    },
  };
}

const PAGES = [100, 200, 253];

const http = (accept?: string) => ({ requestInit, fetch: accepting(accept) });

/** What a client is told of while it exports all tickets. */
async function exporting(
  connect: () => ReturnType<typeof overCurrent>,
  named: { readonly PCID?: string } = { PCID: "acme" },
) {
  const { call, close } = await connect();
  try {
    types.length = 0;
    const { told, result } = await call("gorgias_export_list", { resource: "tickets", ...named });
    expect(result).not.toMatchObject({ isError: true });
    return told;
  } finally {
    await close();
  }
}

it.each([
  ["current", () => overCurrent(new CurrentHttp(url(), http()))],
  ["earlier", () => overEarlier(new EarlierHttp(url(), http()))],
])("over HTTP a client of the %s revision hears of each page", async (_, connect) => {
  expect(await exporting(connect)).toEqual(PAGES);
  expect(types).toEqual(["text/event-stream"]);
});

it.each([
  ["current", () => overCurrent(new CurrentStdio(program()))],
  ["earlier", () => overEarlier(new EarlierStdio(program()))],
])("over stdio a client of the %s revision hears of each page", async (_, connect) => {
  expect(await exporting(connect, {})).toEqual(PAGES);
});

it.each([
  [
    "of the current revision that takes JSON alone",
    () => overCurrent(new CurrentHttp(url(), http("application/json"))),
  ],
  [
    "of an earlier revision that takes JSON alone",
    () => overEarlier(new EarlierHttp(url(), http("application/json"))),
  ],
  [
    "of the current revision that asks for no progress",
    () => overCurrent(new CurrentHttp(url(), http()), false),
  ],
  [
    "of an earlier revision that asks for no progress",
    () => overEarlier(new EarlierHttp(url(), http()), false),
  ],
])("a client %s gets one JSON document", async (_, connect) => {
  expect(await exporting(connect)).toEqual([]);
  expect(types).toEqual(["application/json"]);
});

it("a customer's timeline tells of its tickets one by one", async () => {
  const { call, close } = await overCurrent(new CurrentHttp(url(), http()));
  try {
    const given = { customer_id: customer, PCID: "acme" };
    const { told, result } = await call("gorgias_customer_timeline", given);
    expect(result).not.toMatchObject({ isError: true });
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(new Set(told).size).toBe(told.length);
  } finally {
    await close();
  }
});
