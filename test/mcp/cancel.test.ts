import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { type Sandbox, startSandbox } from "../../sandbox";
import type { Listening } from "../../src/mcp/serving/http";
import { pass, useFakeTime } from "../support/time";
import { serverFor, TOKEN } from "./clients";

let sandbox: Sandbox;
let server: Listening;

beforeEach(async () => {
  sandbox = await startSandbox({
    tickets: 5,
    rateLimit: { capacity: 40, windowSeconds: 20 },
    now: Date.now,
  });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
});
afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await pass(Promise.all([server.close(), sandbox.close()]));
});

useFakeTime();

const headers = { authorization: `Bearer ${TOKEN}`, accept: "application/json" };

const call = (id: number, tool: string, given: object) => ({
  jsonrpc: "2.0",
  id,
  method: "tools/call",
  params: { name: `gorgias_customers_${tool}`, arguments: { ...given, PCID: "acme" } },
});

/** Posts a message in a session. */
async function post(message: object, session: string, to = server.url) {
  const answer = await fetch(to, {
    method: "POST",
    headers: { ...headers, "mcp-session-id": session },
    body: JSON.stringify(message),
  });
  return { status: answer.status, text: await answer.text() };
}

/** Leaves one place in the account's bucket, and lets the connector know that the next call waits. */
async function fillBucket(session: string): Promise<void> {
  await post(call(0, "list_customers", { limit: 1 }), session);
  sandbox.drain(37);
  await post(call(0, "list_customers", { limit: 1 }), session);
}

const WRITE = { name: "Late", channels: [{ type: "email", address: "late@example.com" }] };

it("a session is named at initialize", async () => {
  const params = {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "tests", version: "1" },
  };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
  const answer = await fetch(server.url, { method: "POST", headers, body });
  expect(answer.headers.get("mcp-session-id")).toMatch(/^[0-9a-f-]{36}$/);
});

it("a call that is cancelled while it waits for the rate limit is never sent", async () => {
  const session = randomUUID();
  await fillBucket(session);
  const sent = sandbox.requests.length;
  const waiting = post(call(7, "create_customer", WRITE), session);
  const other = post(call(8, "list_customers", { limit: 1 }), session);
  const cancel = { method: "notifications/cancelled", params: { requestId: 7 } };
  await post({ jsonrpc: "2.0", ...cancel }, session);
  await pass(Promise.all([waiting, other]));
  expect((await other).text).not.toContain("isError");
  expect(sandbox.requests.slice(sent).map(({ method }) => method)).toEqual(["GET"]);
});

it("another session's cancellation of the same id cancels nothing", async () => {
  const session = randomUUID();
  await fillBucket(session);
  const sent = sandbox.requests.length;
  const waiting = post(call(7, "create_customer", WRITE), session);
  const cancel = { method: "notifications/cancelled", params: { requestId: 7 } };
  await post({ jsonrpc: "2.0", ...cancel }, randomUUID());
  await pass(waiting);
  expect(sandbox.requests.slice(sent).map(({ method }) => method)).toEqual(["POST"]);
});

it("a client that goes away takes its call with it", async () => {
  const came = new Promise<void>((resolve) => sandbox.onRequest(() => resolve()));
  sandbox.fault({ status: 503, method: "GET" });
  const leaving = request(server.url, { method: "POST", headers });
  const gone = new Promise<void>((resolve) => {
    leaving.on("error", () => undefined).on("close", resolve);
  });
  leaving.end(JSON.stringify(call(7, "list_customers", { limit: 1 })));
  await came;
  leaving.destroy();
  await gone;
  // Two answers later, the connector has seen the refusal and the end of the connection.
  await pass(post(call(8, "list_customers", { limit: 2 }), randomUUID()));
  await pass(post(call(9, "list_customers", { limit: 3 }), randomUUID()));
  const limits = sandbox.requests.map(({ path }) => /limit=(\d+)/.exec(path)?.[1]);
  expect(limits).toEqual(["1", "2", "3"]);
});
