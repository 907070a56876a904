import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Sandbox, startSandbox } from "../../sandbox";
import type { Listening } from "../../src/mcp/serving/http";
import { serverPath } from "../support/bundle";
import { environmentOf, serverFor, TOKEN } from "./clients";

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
