import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { type Fault, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import { configOf } from "../../src/mcp/access/config";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { PREFIX } from "../../src/mcp/tools/tool";
import { toolsets } from "../../src/mcp/toolsets";
import { pass, useFakeTime } from "../support/time";
import { type Caller, overHttp, TOKEN } from "./clients";

/** Several accounts behind one address: the credentials tell which one a request is for. */
interface Town {
  readonly sandboxes: readonly Sandbox[];
  readonly server: Listening;
  /** A client of the connection with this number. */
  client(index: number): Promise<Caller>;
  close(): Promise<void>;
}

const basic = (username: string, apiKey: string) =>
  `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;

const agent = (index: number) => `agent-${index}@example.com`;

async function town(options: readonly SandboxOptions[]): Promise<Town> {
  const sandboxes = await Promise.all(options.map((one) => startSandbox(one)));
  const front = await gate(
    new Map(sandboxes.map((sandbox, index) => [basic(agent(index), `key-${index}`), sandbox])),
  );
  process.env.GORGIAS_BASE_URL = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const account = (index: number) => ({
    domain: `account-${index}`,
    username: agent(index),
    apiKey: `key-${index}`,
  });
  const server = await serveHttp({
    toolsets,
    log: () => undefined,
    config: configOf({
      tokens: { [TOKEN]: "*" },
      connections: Object.fromEntries(sandboxes.map((_, index) => [`${index}`, account(index)])),
    }),
  });
  const clients: Caller[] = [];
  return {
    sandboxes,
    server,
    async client(index) {
      const caller = await overHttp(server.url, `${index}`);
      clients.push(caller);
      return caller;
    },
    async close() {
      delete process.env.GORGIAS_BASE_URL;
      await Promise.all(clients.map((one) => one.close()));
      await server.close();
      await new Promise((closed) => {
        front.close(closed);
        front.closeAllConnections();
      });
      await Promise.all(sandboxes.map((one) => one.close()));
    },
  };
}

function gate(accounts: ReadonlyMap<string, Sandbox>): Promise<Server> {
  const server = createServer((asked, answered) => {
    const account = accounts.get(asked.headers.authorization ?? "");
    if (!account) {
      answered.writeHead(401).end();
      return;
    }
    const { username, apiKey } = account.credentials;
    const headers = { ...asked.headers, authorization: basic(username, apiKey) };
    const onward = request(
      `${account.url}${asked.url}`,
      { method: asked.method, headers },
      (answer) => {
        answered.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(answered);
      },
    );
    asked.pipe(onward.on("error", () => answered.destroy()));
  });
  return new Promise((listening) => {
    server.listen(0, "127.0.0.1", () => listening(server));
  });
}

/** A call by a client that waits for its answer as long as it takes, and has no clock. */
async function callAlone(url: string, PCID: string): Promise<CallToolResult> {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${TOKEN}`,
      accept: "application/json",
      "content-type": "application/json",
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: `${PREFIX}list_customers`, arguments: { limit: 1, PCID } },
    }),
  });
  const { result } = (await answer.json()) as { result: CallToolResult };
  return result;
}

const FAULTS: readonly Fault[] = [
  { status: 500, method: "GET" },
  { reset: true, method: "GET" },
  { status: 429, retryAfter: 0 },
  { status: 503, method: "GET" },
];

interface Customer {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
}

function customersIn({ structuredContent }: CallToolResult): readonly Customer[] {
  return (structuredContent as { data: Customer[] }).data;
}

/** Tells customers of different accounts apart, even where their ids are the same. */
function nameTag({ id, name, email }: Customer): string {
  return `${id} ${name} ${email}`;
}

/** Something goes wrong for every seventh request. */
function faulty(sandbox: Sandbox): void {
  let count = 0;
  sandbox.onRequest(() => {
    count += 1;
    const fault = FAULTS[(count / 7) % FAULTS.length];
    if (fault) {
      sandbox.fault(fault);
    }
  });
}

it("500 calls of 20 clients on 5 connections: with faults all over, none is lost or mixed up", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0);
  const accounts = [1, 2, 3, 4, 5].map(
    (seed) => ({ seed, tickets: 20, rateLimit: false }) as const,
  );
  const { sandboxes, client, close } = await town(accounts);
  try {
    sandboxes.forEach(faulty);
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, one) => {
        const { call } = await client(one % 5);
        const calls = Array.from({ length: 25 }, async (_, step) => {
          const name = `Storm ${one}-${step}`;
          const email = `storm-${one}-${step}@example.com`;
          const channels = [{ type: "email", address: email }];
          if (step % 5 === 0) {
            return {
              made: email,
              result: await call("create_customer", { name, email, channels }),
            };
          }
          const order_by = step % 2 ? "created_datetime:asc" : "updated_datetime:desc";
          return { result: await call("list_customers", { limit: 1 + step, order_by }) };
        });
        return Promise.all(calls);
      }),
    );

    expect(answers.flat()).toHaveLength(500);
    expect(answers.flat().filter(({ result }) => result.isError)).toEqual([]);
    for (const { made, result } of answers.flat()) {
      if (made !== undefined) {
        expect(result.structuredContent).toMatchObject({ email: made });
      }
    }
    for (const index of [0, 1, 2, 3, 4]) {
      const { call } = await client(index);
      const mine = answers.flatMap((one, number) => (number % 5 === index ? one : []));
      const made = mine.flatMap((one) => one.made ?? []);
      const all = customersIn(await call("list_customers", { limit: 100 }));
      const found = all.flatMap(({ email }) => (email?.startsWith("storm-") ? [email] : []));
      expect(found.sort()).toEqual(made.sort());

      const own = new Set(all.map(nameTag));
      const lists = mine.flatMap(({ made, result }) => (made ? [] : [customersIn(result)]));
      expect(lists).toHaveLength(80);
      expect(
        lists
          .flat()
          .map(nameTag)
          .filter((one) => !own.has(one)),
      ).toEqual([]);
    }
    const failed = sandboxes.flatMap(({ requests }) =>
      requests.filter(({ status }) => status >= 400),
    );
    expect(failed.length).toBeGreaterThan(20);
  } finally {
    await close();
  }
});

describe("while time stands still", () => {
  useFakeTime();

  it("50 calls at once on one connection stay below its limit and hold no other connection up", async () => {
    const rateLimit = { capacity: 40, windowSeconds: 20 };
    const { sandboxes, server, close } = await town([
      { tickets: 20, rateLimit, now: Date.now },
      { tickets: 20, rateLimit: false, seed: 2 },
    ]);
    const many = (count: number, pcid: string) =>
      Promise.all(Array.from({ length: count }, () => callAlone(server.url, pcid)));
    try {
      const busy = many(50, "0");
      const quiet = await many(10, "1");
      expect(quiet.filter(({ isError }) => isError)).toEqual([]);
      const asked = () => sandboxes[0]?.requests.map(({ status }) => status) ?? [];
      expect(asked().length).toBeLessThanOrEqual(40);
      await pass(busy);
      expect((await busy).filter(({ isError }) => isError)).toEqual([]);
      expect(asked()).toEqual(Array.from({ length: 50 }, () => 200));
    } finally {
      await close();
    }
  });
});
