import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Sandbox, startSandbox } from "../../sandbox";
import type { Listening } from "../../src/mcp/serving/http";
import { serverPath } from "../support/bundle";
import { environmentOf } from "../support/environment";
import { serverFor, TOKEN } from "./clients";

const CURRENT = "2026-07-28";
const EARLIER = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

let sandbox: Sandbox;
let server: Listening;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  server = await serverFor(sandbox);
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await server.close();
  await sandbox.close();
});

const overHttp = () =>
  new StreamableHTTPClientTransport(new URL(server.url), {
    requestInit: { headers: { authorization: `Bearer ${TOKEN}` } },
  });
const overStdio = () =>
  new StdioClientTransport({
    command: process.execPath,
    args: [serverPath()],
    env: environmentOf(sandbox),
  });

/** A client that insists on one revision. */
function clientOf(revision: string): Client {
  return new Client(
    { name: "tests", version: "1" },
    revision === CURRENT
      ? { versionNegotiation: { mode: { pin: CURRENT } } }
      : { supportedProtocolVersions: [revision] },
  );
}

it.each(
  [CURRENT, ...EARLIER].flatMap((revision) => [
    { revision, over: "HTTP", transport: overHttp },
    { revision, over: "stdio", transport: overStdio },
  ]),
)("a client of $revision lists and calls tools over $over", async ({ revision, transport }) => {
  const client = clientOf(revision);
  try {
    await client.connect(transport());
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(25);
    const name = "gorgias_customers_list_customers";
    const { structuredContent } = await client.callTool({
      name,
      arguments: { limit: 2, PCID: "acme" },
    });
    expect(structuredContent).toMatchObject({ data: [{}, {}] });
    await expect(client.callTool({ name: "nothing", arguments: {} })).rejects.toMatchObject({
      code: -32000,
    });
  } finally {
    await client.close();
  }
});

it.each([
  { given: { arguments: {} }, message: "params.name is missing: name the tool as a text." },
  {
    given: { name: "gorgias_customers_get_customer", arguments: ["id", 1] },
    message: "params.arguments: expected an object with the tool's arguments by name, got a list.",
  },
  {
    given: { name: "gorgias_customers_get_customer", arguments: "id=1" },
    message: "params.arguments: expected an object with the tool's arguments by name, got string.",
  },
])("a malformed call is refused by -32602 and a sentence: $message", async ({ given, message }) => {
  const asked = sandbox.requests.length;
  const answer = await fetch(server.url, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 3, method: "tools/call", params: given }),
  });
  expect(await answer.json()).toEqual({
    jsonrpc: "2.0",
    id: 3,
    error: { code: -32602, message },
  });
  expect(sandbox.requests).toHaveLength(asked);
});

async function post(body: string) {
  const headers = {
    authorization: `Bearer ${TOKEN}`,
    accept: "application/json",
    "content-type": "application/json",
  };
  const answer = await fetch(server.url, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.json() };
}

it.each([
  ["no object", [1], "Expected a message of JSON-RPC"],
  ["a list", [[]], "Expected a message of JSON-RPC"],
  ["no method", [{ jsonrpc: "2.0", id: 2 }], "The message has no method"],
])("a batch with a call and %s in it is refused whole", async (_, others, message) => {
  const asked = sandbox.requests.length;
  const params = { name: "gorgias_customers_list_customers", arguments: { PCID: "acme" } };
  const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
  await expect(post(JSON.stringify([call, ...others]))).resolves.toMatchObject({
    status: 400,
    body: { error: { code: -32600, message: expect.stringContaining(message) as unknown } },
  });
  expect(sandbox.requests).toHaveLength(asked);
});

it("an empty batch is refused", async () => {
  await expect(post("[]")).resolves.toMatchObject({
    status: 400,
    body: { error: { code: -32600, message: expect.stringContaining("empty") as unknown } },
  });
});

it("a batch with messages of the current revision is refused: it knows no batches", async () => {
  const asked = sandbox.requests.length;
  const _meta = { "io.modelcontextprotocol/protocolVersion": CURRENT };
  const given = { name: "gorgias_customers_list_customers", arguments: { PCID: "acme" }, _meta };
  const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params: given };
  const { status, body } = await post(JSON.stringify([call]));
  expect({ status, body }).toMatchObject({ status: 400, body: { error: { code: -32600 } } });
  expect(sandbox.requests).toHaveLength(asked);
});

it.each([
  ["lists 100,000 deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 400],
  ["arguments 100,000 deep", deep(100_000), 200],
  ["24 MB of arguments", JSON.stringify(calling({ name: "x".repeat(24_000_000) })), 200],
])("a body of %s is refused, and the next request is served", async (_, body, status) => {
  const asked = sandbox.requests.length;
  const answer = await post(body);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toMatch(/"isError":true|"error":/);
  expect(JSON.stringify(answer.body).length).toBeLessThan(5_000);
  expect(sandbox.requests).toHaveLength(asked);
  await expect(post(JSON.stringify({ jsonrpc: "2.0", id: 2, method: "ping" }))).resolves.toEqual({
    status: 200,
    body: { jsonrpc: "2.0", id: 2, result: {} },
  });
});

function calling(given: object) {
  const params = { name: "gorgias_customers_get_customer", arguments: { ...given, PCID: "acme" } };
  return { jsonrpc: "2.0", id: 1, method: "tools/call", params };
}

/** A call with lists within lists. */
function deep(levels: number): string {
  const lists = `${"[".repeat(levels)}${"]".repeat(levels)}`;
  return JSON.stringify(calling({ id: 0 })).replace('"id":0', `"id":${lists}`);
}

it("a batch is answered as a whole, and one with the same id twice is refused", async () => {
  const post = async (body: unknown) => {
    const headers = { authorization: `Bearer ${TOKEN}`, accept: "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const answer = await fetch(server.url, init);
    return { status: answer.status, body: await answer.json() };
  };
  const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });
  await expect(post([ping(1), ping(2)])).resolves.toEqual({
    status: 200,
    body: expect.arrayContaining([
      { jsonrpc: "2.0", id: 1, result: {} },
      { jsonrpc: "2.0", id: 2, result: {} },
    ]),
  });
  await expect(post([ping(1), ping(1)])).resolves.toMatchObject({
    status: 400,
    body: { error: { code: -32600, message: expect.stringContaining("id 1") as unknown } },
  });
  const many = Array.from({ length: 101 }, (_, id) => ping(id));
  await expect(post(many)).resolves.toMatchObject({
    status: 400,
    body: { error: { code: -32600, message: expect.stringContaining("100") as unknown } },
  });
});
