import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { serverPath } from "../support/bundle";
import { TOKEN } from "./clients";

/** Gorgias: each request waits until the test answers it. */
const gorgias = createServer((_, answer) => void gorgias.emit("asked", answer));
const asked = async () => (await once(gorgias, "asked"))[0] as ServerResponse;
const PAGE = JSON.stringify({ data: [{ id: 7 }], object: "list", meta: { next_cursor: null } });

let env: Record<string, string>;
let config: string;

beforeAll(async () => {
  await once(gorgias.listen(0, "127.0.0.1"), "listening");
  const acme = { domain: "acme", username: "agent@example.com", apiKey: "k3y-s3cr3t" };
  config = path.join(mkdtempSync(path.join(tmpdir(), "gorgias-mcp-")), "config.json");
  writeFileSync(config, JSON.stringify({ tokens: { [TOKEN]: "*" }, connections: { acme } }));
  env = {
    GORGIAS_BASE_URL: `http://127.0.0.1:${(gorgias.address() as AddressInfo).port}`,
    GORGIAS_DOMAIN: acme.domain,
    GORGIAS_USERNAME: acme.username,
    GORGIAS_API_KEY: acme.apiKey,
  };
});
afterAll(() => {
  gorgias.close();
  gorgias.closeAllConnections();
});

/** A program, and how it ended: its exit code and the signal that ended it. */
interface Started {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly ended: Promise<unknown[]>;
}

function start(args: readonly string[] = []): Started {
  const stdio = ["pipe", "pipe", "ignore"] as const;
  const child = spawn(process.execPath, [serverPath(), ...args], { env, stdio: [...stdio] });
  return { child: child as Started["child"], ended: once(child, "exit") };
}

/** A program that serves over HTTP. */
async function startHttp(): Promise<Started & { readonly url: URL }> {
  const started = start(["--http", "--port", "0", "--config", config]);
  const [line] = await once(createInterface(started.child.stdout), "line");
  return { ...started, url: new URL(String(line).replace("Listening on ", "")) };
}

const headers = { authorization: `Bearer ${TOKEN}`, accept: "application/json" };

const CALL = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "tools/call",
  params: { name: "gorgias_customers_list_customers", arguments: { limit: 1 } },
});

/** A call that Gorgias was asked for, and has not answered. */
async function underWay(url: URL) {
  const came = asked();
  const answer = fetch(url, { method: "POST", headers, body: CALL }).then((one) => one.json());
  answer.catch(() => undefined);
  return { answer, gorgias: await came };
}

/** Resolves when nobody listens there any more. */
async function isClosed({ port, hostname }: URL): Promise<void> {
  for (let listens = true; listens; ) {
    const socket = connect(Number(port), hostname);
    listens = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
  }
}

const wordsOf = (url: URL, method: string, text: string) =>
  `${method} HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: ${text.length}\r\n\r\n${text}`;

it("at SIGTERM a call under way is answered, and no other one is taken", async () => {
  const { child, ended, url } = await startHttp();
  const call = await underWay(url);
  child.kill("SIGTERM");
  await isClosed(url);
  call.gorgias.end(PAGE);
  await expect(call.answer).resolves.toMatchObject({
    result: { structuredContent: { data: [{}] } },
  });
  expect(await ended).toEqual([0, null]);
});

it("a second SIGTERM ends it at once", async () => {
  const { child, ended, url } = await startHttp();
  const call = await underWay(url);
  child.kill("SIGTERM");
  await isClosed(url);
  child.kill("SIGTERM");
  expect(await ended).toEqual([1, null]);
  call.gorgias.end(PAGE);
});

it("nobody who is idle, slow or silent holds up the end", async () => {
  const { child, ended, url } = await startHttp();
  const open = async () => {
    const socket = connect(Number(url.port), url.hostname);
    await once(
      socket.on("error", () => undefined),
      "connect",
    );
    return socket;
  };
  const idle = await open();
  idle.write(wordsOf(url, "GET /healthz", ""));
  await once(idle, "data");
  const half = await open();
  half.write(wordsOf(url, "POST /gorgias-customers", CALL).slice(0, -5));
  const deaf = await open();
  const list = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  deaf.pause().write(wordsOf(url, "POST /gorgias-customers", list).repeat(300));
  const client = new Client(
    { name: "tests", version: "1" },
    { versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
  await client.connect(
    new StreamableHTTPClientTransport(url, {
      requestInit: { headers: { authorization: headers.authorization } },
    }),
  );
  await client.listen({ toolsListChanged: true });
  // All of them are served, and others beside them.
  expect((await fetch(new URL("/healthz", url))).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  await client.close();
  for (const socket of [idle, half, deaf]) {
    socket.destroy();
  }
});

it("at the end of the input, a call that Gorgias makes wait too long is told so", async () => {
  const { child, ended } = start();
  const came = asked();
  const line = once(createInterface(child.stdout), "line");
  child.stdin.end(`${CALL}\n`);
  (await came).writeHead(429, { "retry-after": "60" }).end();
  expect(String(await line)).toMatch(/busy, try again in \d+ s/);
  expect(await ended).toEqual([0, null]);
});

it("the program ends when nobody reads its answers any more", async () => {
  const { child, ended } = start();
  const line = once(createInterface(child.stdout), "line");
  const ping = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`;
  child.stdin.on("error", () => undefined).write(ping);
  await line;
  child.stdout.destroy();
  await once(child.stdout, "close");
  child.stdin.write(ping);
  expect(await ended).toEqual([0, null]);
});
