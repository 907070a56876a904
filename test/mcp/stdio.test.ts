import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { type Sandbox, startSandbox } from "../../sandbox";
import { LARGEST_BODY } from "../../src/mcp/serving/limits";
import { serverPath } from "../support/bundle";
import { environmentOf } from "../support/environment";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
});
afterAll(() => sandbox.close());

type Program = ChildProcessByStdio<Writable, Readable, null>;

/** The program, the messages that it writes, and its end. */
function start(): { child: Program; lines: AsyncIterator<string>; closed: Promise<unknown[]> } {
  const child = spawn(process.execPath, [serverPath()], {
    env: environmentOf(sandbox),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, lines, closed: once(child, "close") };
}

const line = (message: object) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;

const list = (id: number) =>
  line({
    id,
    method: "tools/call",
    params: { name: "gorgias_customers_list_customers", arguments: { limit: 1 } },
  });

async function next(lines: AsyncIterator<string>): Promise<unknown> {
  const { value } = await lines.next();
  return value === undefined ? undefined : JSON.parse(value);
}

it("a line that is too long is answered, and the next one is served", async () => {
  const { child, lines, closed } = start();
  child.stdin.write(line({ id: 1, method: "ping", params: { x: " ".repeat(LARGEST_BODY) } }));
  expect(await next(lines)).toEqual({
    jsonrpc: "2.0",
    id: null,
    error: { code: -32600, message: "The line is larger than 25 MB." },
  });
  child.stdin.end(line({ id: 2, method: "ping" }));
  expect(await next(lines)).toEqual({ jsonrpc: "2.0", id: 2, result: {} });
  expect(await closed).toEqual([0, null]);
});

it("at the end of the input, what was asked is answered before the program ends", async () => {
  const { child, lines, closed } = start();
  child.stdin.end(`${list(1)}${list(2)}`);
  const answers = [await next(lines), await next(lines)];
  expect(answers).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 1, result: expect.anything() }),
      expect.objectContaining({ id: 2, result: expect.anything() }),
    ]),
  );
  expect(await closed).toEqual([0, null]);
});

it("a call that is cancelled sends nothing more, and the program goes on", async () => {
  const { child, lines, closed } = start();
  const asked = sandbox.requests.length;
  const came = new Promise<void>((resolve) => sandbox.onRequest(() => resolve()));
  sandbox.fault({ status: 503, method: "GET" });
  child.stdin.write(list(1));
  await came;
  child.stdin.write(line({ method: "notifications/cancelled", params: { requestId: 1 } }));
  child.stdin.end(line({ id: 2, method: "ping" }));
  expect(await next(lines)).toMatchObject({ id: 2 });
  // It ends without the wait for another try.
  expect(await closed).toEqual([0, null]);
  expect(sandbox.requests).toHaveLength(asked + 1);
});
