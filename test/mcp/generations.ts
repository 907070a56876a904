import { request } from "node:http";
import { json } from "node:stream/consumers";
import {
  Client as CurrentClient,
  StreamableHTTPClientTransport as CurrentTransport,
} from "@modelcontextprotocol/client";
import { Client as EarlierClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as EarlierTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { TOKEN } from "./clients";

/** Calls a tool until it is answered, or nobody waits for that any more. */
export type Call = (
  name: string,
  given: Record<string, unknown>,
  signal: AbortSignal,
) => Promise<CallToolResult>;

/** A client of both toolsets. */
export interface Both {
  readonly call: Call;
  /** Resolves when the server knows which calls were cancelled. */
  told(): Promise<unknown>;
  close(): Promise<void>;
}

const HEADERS = { authorization: `Bearer ${TOKEN}` };

/** No call fails because the machine is busy. */
const timeout = 2 ** 31 - 1;

/** Two answers later, the server has seen the end of the connections that were closed before. */
async function twoAnswersOf(origin: string): Promise<void> {
  await (await fetch(new URL("/healthz", origin))).text();
  await (await fetch(new URL("/healthz", origin))).text();
}

/** A client of the current revision. */
async function current(url: URL) {
  const versionNegotiation = { mode: { pin: "2026-07-28" } };
  const client = new CurrentClient({ name: "tests", version: "1" }, { versionNegotiation });
  await client.connect(new CurrentTransport(url, { requestInit: { headers: HEADERS } }));
  const call: Call = (name, given, signal) =>
    client.callTool({ name, arguments: given }, { signal, timeout });
  return { call, told: () => twoAnswersOf(url.origin), close: () => client.close() };
}

/** One of the earlier revisions. It tells of a cancellation by a request. */
async function earlier(url: URL) {
  const posted: Promise<unknown>[] = [];
  const client = new EarlierClient({ name: "tests", version: "1" });
  const transport = new EarlierTransport(url, {
    requestInit: { headers: HEADERS },
    fetch: (to, init) => {
      const answer = fetch(to, init);
      if (String(init?.body).includes("notifications/cancelled")) {
        posted.push(answer);
      }
      return answer;
    },
  });
  // The SDK's own types disagree about optional properties.
  await client.connect(transport as Transport);
  const call: Call = async (name, given, signal) =>
    (await client.callTool({ name, arguments: given }, undefined, {
      signal,
      timeout,
    })) as CallToolResult;
  const told = async () => {
    await twoAnswersOf(url.origin);
    await Promise.all(posted);
  };
  return { call, told, close: () => client.close() };
}

/** One without any SDK. It breaks the connection off. */
async function bare(url: URL) {
  const call: Call = (name, given, signal) =>
    new Promise((resolve, reject) => {
      const headers = { ...HEADERS, accept: "application/json" };
      const asked = request(url, { method: "POST", headers });
      signal.addEventListener("abort", () => asked.destroy());
      asked.on("error", reject).on("response", (answer) => {
        json(answer).then((body) => resolve((body as { result: CallToolResult }).result), reject);
      });
      const params = { name, arguments: given };
      asked.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }));
    });
  return { call, told: () => twoAnswersOf(url.origin), close: async () => undefined };
}

/** Connects a client to both toolsets: of the current revision, of an earlier one, without any SDK. */
export const GENERATIONS = [current, earlier, bare].map(
  (made) =>
    async (origin: string): Promise<Both> => {
      const customers = await made(new URL("/gorgias-customers", origin));
      const tickets = await made(new URL("/gorgias-tickets", origin));
      return {
        call: (name, given, signal) =>
          (name.startsWith("gorgias_tickets_") ? tickets : customers).call(name, given, signal),
        told: () => Promise.all([customers.told(), tickets.told()]),
        close: async () => void (await Promise.all([customers.close(), tickets.close()])),
      };
    },
);
