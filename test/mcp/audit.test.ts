import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { Entry } from "../../src/mcp/access/audit";
import { serverPath } from "../support/bundle";
import { TOKEN } from "./clients";

/** What Gorgias answers of a customer, by the ID. */
const ANSWERS: Readonly<Record<string, [number, object, Record<string, string>?]>> = {
  1: [200, { id: 1, name: "Jo" }],
  2: [404, { error: { msg: "Not found" } }],
  3: [429, { error: { msg: "Slow down" } }, { "retry-after": "3600" }],
  5: [429, { error: { msg: "Slow down" } }, { "retry-after": "58" }],
};

let gorgias: Server;
/** The ID of a customer whose answer never comes. */
const ENDLESS = "4";
let program: ChildProcess;
let stderr: Interface;
let url: string;

beforeAll(async () => {
  gorgias = createServer(({ url: asked = "", method }, response) => {
    const id = asked.split("/").at(-1) ?? "";
    const [status, body, headers] = ANSWERS[id] ?? [200, {}];
    if (id === ENDLESS) {
      gorgias.emit("endless");
    } else if (method === "DELETE") {
      response.writeHead(204).end();
    } else {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify(body));
    }
  });
  gorgias.listen(0, "127.0.0.1");
  await once(gorgias, "listening");
  const { port } = gorgias.address() as AddressInfo;
  const config = path.join(mkdtempSync(path.join(tmpdir(), "gorgias-mcp-")), "config.json");
  const acme = { domain: "acme", username: "jo@example.com", apiKey: "an-api-key" };
  const tokens = { [TOKEN]: { name: "tests", connections: "*" } };
  writeFileSync(config, JSON.stringify({ tokens, connections: { acme } }));
  program = spawn(process.execPath, [serverPath(), "--http", "--port", "0", "--config", config], {
    env: { GORGIAS_BASE_URL: `http://127.0.0.1:${port}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { stdout, stderr: errors } = program;
  if (!stdout || !errors) {
    throw new Error("The program has no output.");
  }
  stderr = createInterface(errors);
  const [line] = await once(createInterface(stdout), "line");
  url = String(line).replace("Listening on ", "");
});
afterAll(async () => {
  const closed = once(program, "close");
  program.kill("SIGTERM");
  gorgias.closeAllConnections();
  await closed;
  await new Promise((resolve) => gorgias.close(resolve));
});

/** The lines that are written until a call of this tool has ended, without that one. */
async function linesOf(work: () => Promise<unknown>): Promise<Entry[]> {
  const entries: Entry[] = [];
  const last = new Promise<void>((resolve) => {
    const hear = (line: string) => {
      const entry = JSON.parse(line) as Entry;
      if (entry.tool === "the-last-one") {
        stderr.off("line", hear);
        resolve();
      } else {
        entries.push(entry);
      }
    };
    stderr.on("line", hear);
  });
  await work();
  await post({ id: 99, ...call(0, "the-last-one") });
  await last;
  return entries;
}

const headers = { authorization: `Bearer ${TOKEN}`, accept: "application/json" };

async function post(body: object | object[]) {
  const messages = (Array.isArray(body) ? body : [body]).map((one) => ({ jsonrpc: "2.0", ...one }));
  const sent = JSON.stringify(Array.isArray(body) ? messages : messages[0]);
  const answer = await fetch(url, { method: "POST", headers, body: sent });
  return answer.json();
}

const call = (id: unknown, name = "gorgias_customers_get_customer") => ({
  method: "tools/call",
  params: { name, arguments: { id } },
});

it.each<[string, object, object]>([
  ["what is answered", call(1), { pcid: "acme", ids: { id: 1 }, outcome: "ok" }],
  ["what Gorgias refuses", call(2), { pcid: "acme", outcome: "failed", status: 404 }],
  ["what Gorgias is too busy for", call(3), { outcome: "busy", status: 429 }],
  ["an argument that is refused", call("Jo"), { pcid: "acme", ids: {}, outcome: "refused" }],
  ["a tool that is not there", call(1, "nothing"), { tool: "nothing", outcome: "refused" }],
  [
    "a call without a name",
    { method: "tools/call", params: { arguments: { id: 1 } } },
    { tool: "", ids: {}, outcome: "refused" },
  ],
  [
    "arguments that are no object",
    { method: "tools/call", params: { name: "a", arguments: [1] } },
    { tool: "a", ids: {}, outcome: "refused" },
  ],
  ["a call without params", { method: "tools/call" }, { tool: "", outcome: "refused" }],
])("%s leaves one line", async (_, message, line) => {
  const entries = await linesOf(() => post({ id: 1, ...message }));
  expect(entries).toMatchObject([{ token: "tests", ...line }]);
});

it("only arguments that the tool takes are written down, and not without end", async () => {
  const ids = Array.from({ length: 500 }, (_, index) => index);
  const made_up = Object.fromEntries(ids.map((id) => [`call_me_${id}_id`, id]));
  const name = "gorgias_customers_delete_customers";
  const entries = await linesOf(() =>
    post({
      id: 1,
      method: "tools/call",
      params: { name, arguments: { ...made_up, ids } },
    }),
  );
  expect(entries).toMatchObject([{ tool: name, outcome: "refused" }]);
  expect(entries[0]?.ids).toEqual({ ids: ids.slice(0, 100) });
});

it("each call of a batch leaves a line, and what is no call none", async () => {
  const entries = await linesOf(() =>
    post([
      { id: 1, ...call(1) },
      { id: 2, ...call(2) },
      { id: 3, method: "ping" },
      { id: 4, method: "tools/call", params: { arguments: [] } },
    ]),
  );
  expect(entries.map(({ outcome }) => outcome).sort()).toEqual(["failed", "ok", "refused"]);
});

it("a call whose client goes away leaves one line", async () => {
  const entries = await linesOf(async () => {
    const asked = once(gorgias, "endless");
    const ended = once(stderr, "line");
    const leaving = request(url, { method: "POST", headers }).on("error", () => undefined);
    leaving.end(JSON.stringify({ jsonrpc: "2.0", id: 1, ...call(Number(ENDLESS)) }));
    await asked;
    leaving.destroy();
    await ended;
  });
  expect(entries).toMatchObject([{ ids: { id: 4 }, outcome: "cancelled" }]);
});

describe("a call that a person has to agree to", () => {
  async function deleting(action: "accept" | "decline") {
    const client = new Client(
      { name: "tests", version: "1" },
      {
        capabilities: { elicitation: { form: {} } },
        versionNegotiation: { mode: { pin: "2026-07-28" } },
      },
    );
    client.setRequestHandler("elicitation/create", () =>
      action === "accept" ? { action, content: {} } : { action },
    );
    const requestInit = { headers: { authorization: `Bearer ${TOKEN}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
    const name = "gorgias_customers_delete_customer";
    await client.callTool({ name, arguments: { id: 1 } });
    await client.close();
  }

  it.each([
    ["accept", "ok"],
    ["decline", "declined"],
  ] as const)("leaves a line for the question and one for the answer: %s", async (action, end) => {
    const entries = await linesOf(() => deleting(action));
    expect(entries).toMatchObject([
      { ids: { id: 1 }, outcome: "asked" },
      { ids: { id: 1 }, outcome: end },
    ]);
  });
});

// Afterwards, no call has the time to wait for Gorgias.
it("what would have to wait for longer than a call may take leaves one line", async () => {
  const entries = await linesOf(async () => {
    await post({ id: 1, ...call(5) });
    await post({ id: 2, ...call(1) });
  });
  expect(entries).toMatchObject([
    { ids: { id: 5 }, outcome: "busy", status: 429 },
    { ids: { id: 1 }, outcome: "busy" },
  ]);
});
