import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { type Sandbox, startSandbox } from "../../sandbox";
import { bundlePath, serverPath } from "../support/bundle";
import { environmentOf } from "../support/environment";
import { overHttp, overStdio, TOKEN } from "./clients";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 5, rateLimit: false });
});
afterAll(() => sandbox.close());

interface Finished {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end, with something on its stdin. */
function run(args: readonly string[], env: Record<string, string> = {}, stdin = "") {
  return new Promise<Finished>((resolve) => {
    const child = execFile(
      process.execPath,
      [serverPath(), ...args],
      { env },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(stdin);
  });
}

/** A configuration file on the sandbox. */
function configFile(connection: object = {}): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "gorgias-mcp-")), "config.json");
  const acme = { domain: "acme", ...sandbox.credentials, ...connection };
  writeFileSync(file, JSON.stringify({ tokens: { [TOKEN]: "*" }, connections: { acme } }));
  return file;
}

const ROOT = path.join(__dirname, "..", "..");

/** The command that the guide gives for serving over HTTP, as words, on a free port. */
function commandInGuide(): string[] {
  const text = readFileSync(path.join(ROOT, "docs/mcp.md"), "utf8");
  const [command = ""] = /^.*--http .*mcp\.json/m.exec(text) ?? [];
  const words = command.replace(/^.*`/, "").split(" ");
  return words.map((word) => (word === "8080" ? "0" : word === "mcp.json" ? configFile() : word));
}

it("the command in the guide prints the address that it listens on, and ends when it is told to", async () => {
  const { GORGIAS_BASE_URL = "" } = environmentOf(sandbox);
  const [program = "", ...args] = commandInGuide();
  expect([program, path.join(ROOT, args[0] ?? "")]).toEqual(["node", serverPath()]);
  expect(args).toContain("0");
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { GORGIAS_BASE_URL } });
  const closed = new Promise((resolve) => child.once("close", resolve));
  try {
    const line = await new Promise<string>((resolve) =>
      createInterface(child.stdout).once("line", resolve),
    );
    const [, url = ""] =
      /^Listening on (http:\/\/127\.0\.0\.1:\d+\/gorgias-customers)$/.exec(line) ?? [];
    const caller = await overHttp(url);
    const { structuredContent } = await caller.call("list_customers", { limit: 2 });
    expect(structuredContent).toMatchObject({ data: [{}, {}] });
    await caller.close();
  } finally {
    child.kill("SIGTERM");
  }
  await expect(closed).resolves.toBe(0);
});

it("over stdio, stdout holds the protocol and nothing else", async () => {
  const messages = [
    { jsonrpc: "2.0", id: 1, method: "tools/list" },
    { jsonrpc: "2.0", id: 2, method: "nothing" },
  ];
  const stdin = `not JSON\n${messages.map((one) => `${JSON.stringify(one)}\n`).join("")}`;
  const { code, stdout } = await run([], environmentOf(sandbox), stdin);
  expect(code).toBe(0);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.sort((one, other) => one.id - other.id)).toMatchObject([
    {
      jsonrpc: "2.0",
      id: null,
      error: { code: -32700, message: expect.stringContaining("not valid JSON") },
    },
    { jsonrpc: "2.0", id: 1 },
    { jsonrpc: "2.0", id: 2, error: { code: -32601 } },
  ]);
});

it("over stdio a PCID may be given, and need not be", async () => {
  const caller = await overStdio(sandbox);
  try {
    for (const given of [{}, { PCID: "whatever" }]) {
      const result = await caller.call("list_customers", { limit: 1, ...given });
      expect(result.structuredContent).toMatchObject({ data: [{}] });
    }
  } finally {
    await caller.close();
  }
});

it("--read-only hides every tool that writes, and carries none of them out", async () => {
  const caller = await overStdio(sandbox, ["--read-only"]);
  try {
    const { tools } = await caller.client.listTools();
    expect(tools).toHaveLength(12);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    await expect(caller.call("delete_customer", { id: 1 })).rejects.toThrow(
      /-32000: There is no tool "gorgias_customers_delete_customer" here/,
    );
  } finally {
    await caller.close();
  }
});

it("--tools picks some, by their names with or without the prefix", async () => {
  const caller = await overStdio(sandbox, ["--tools", "search, gorgias_customers_get_customer"]);
  try {
    const { tools } = await caller.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "gorgias_customers_get_customer",
      "gorgias_customers_search",
    ]);
  } finally {
    await caller.close();
  }
});

it("--toolsets serves several as one, and --prefix says what their names begin with", async () => {
  const args = ["--toolsets", "tickets,customers", "--prefix", "acme"];
  const caller = await overStdio(sandbox, args);
  try {
    const names = (await caller.client.listTools()).tools.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["acme_reply_to_ticket", "acme_merge_customers"]));
    expect(names.filter((name) => !name.startsWith("acme_"))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(caller.client.getServerVersion()?.name).toBe("gorgias");
    expect(caller.client.getInstructions()).toContain("acme_search");
  } finally {
    await caller.close();
  }
});

it("--no-prefix leaves the names bare, and one toolset is named after itself", async () => {
  const caller = await overStdio(sandbox, ["--toolsets", "tickets", "--no-prefix"]);
  try {
    const names = (await caller.client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain("reply_to_ticket");
    expect(caller.client.getServerVersion()?.name).toBe("gorgias-tickets");
  } finally {
    await caller.close();
  }
});

it.each([
  { args: ["--no-prefix"], begins: "" },
  { args: ["--prefix", ""], begins: "" },
  { args: ["--prefix", "acme"], begins: "acme_" },
])("over HTTP, $args goes for each toolset, the compact one included", async ({ args, begins }) => {
  const { GORGIAS_BASE_URL = "" } = environmentOf(sandbox);
  const given = ["--toolsets", "tickets,customers,compact", ...args];
  const program = [serverPath(), "--http", "--port", "0", "--config", configFile(), ...given];
  const child = spawn(process.execPath, program, { env: { GORGIAS_BASE_URL } });
  const closed = new Promise((resolve) => child.once("close", resolve));
  try {
    const line = await new Promise<string>((resolve) =>
      createInterface(child.stdout).once("line", resolve),
    );
    for (const [path, tool] of [
      ["/gorgias-tickets", "reply_to_ticket"],
      ["/gorgias-customers", "get_customer"],
      ["/gorgias-compact", "find_action"],
    ] as const) {
      const caller = await overHttp(new URL(path, line.replace("Listening on ", "")).href);
      const { tools } = await caller.client.listTools();
      const names = tools.map(({ name }) => name);
      expect(names).toContain(begins + tool);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !name.startsWith(begins) || name.length > 60)).toEqual([]);
      expect(JSON.stringify(tools)).not.toMatch(/gorgias_(?:tickets|customers)_/);
      await caller.close();
    }
  } finally {
    child.kill("SIGTERM");
  }
  await expect(closed).resolves.toBe(0);
});

it("the compact toolset with a prefix tells its tools by their whole names, and runs what it finds", async () => {
  const caller = await overStdio(sandbox, ["--toolsets", "compact", "--prefix", "acme"]);
  try {
    const { client } = caller;
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "acme_find_action",
      "acme_run_action",
      "acme_run_write_action",
    ]);
    const run = (name: string, given: Record<string, unknown>) =>
      client.callTool({ name, arguments: given });
    const found = await run("acme_find_action", { words: "list tickets" });
    expect(found.structuredContent).toMatchObject({
      actions: expect.arrayContaining([expect.objectContaining({ action: "list_tickets" })]),
    });
    const given = { action: "list_tickets", arguments: { limit: 2 } };
    const ran = await run("acme_run_action", given);
    expect(ran.structuredContent).toMatchObject({ data: [{}, {}] });
    const refused = await run("acme_run_write_action", given);
    expect(JSON.stringify(refused.content)).toContain("run it with acme_run_action");
  } finally {
    await caller.close();
  }
});

it.each([
  [
    ["--toolsets", "shoes"],
    /--toolsets: there is no toolset shoes\. There are: customers, tickets/,
  ],
  [["--prefix", "a b"], /--prefix: names have letters, digits, _ and - only/],
  [["--prefix", "x".repeat(30)], /--prefix: at most \d+ characters/],
  [["--tools", "get_shoe"], /--tools: there is no tool get_shoe\. There are: /],
  [["--read-only", "--tools", "delete_customer"], /no tool is left/],
  [["--port", "x"], /Expected a number from 0 to 65535/],
  [["--port", "1"], /go with --http/],
  [["--http"], /--http needs --config FILE/],
  [
    ["--http", "--config", "/nowhere.json"],
    /\/nowhere\.json cannot be read: there is no such file\./,
  ],
  [["--what"], /unknown option '--what'/],
])("%j is refused with the reason", async (args, reason) => {
  const { code, stdout, stderr } = await run(args, environmentOf(sandbox));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(reason);
});

it("a fault in the configuration ends the program before it listens", async () => {
  const args = ["--http", "--port", "0", "--config", configFile({ domain: "two words" })];
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/connections\.acme\.domain: expected a Gorgias account's name/);
  expect(stderr).not.toContain(sandbox.credentials.apiKey);
});

it("a port that is in use is named, with what to do about it", async () => {
  const { port } = new URL(sandbox.url);
  const { code, stderr } = await run(["--http", "--port", port, "--config", configFile()]);
  expect(stderr).toBe(
    `gorgias-mcp: Cannot listen on 127.0.0.1:${port}: the port is in use. Stop what runs there, or choose another one with --port.\n`,
  );
  expect(code).toBe(1);
});

it("an environment without an account is told what is missing", async () => {
  const { code, stderr } = await run([], { GORGIAS_DOMAIN: "acme" });
  expect(code).toBe(1);
  expect(stderr).toMatch(/GORGIAS_USERNAME and GORGIAS_API_KEY are missing/);
});

it("the connection that prism hands over is worked on", async () => {
  const fields = { domain: "acme", ...sandbox.credentials };
  const { GORGIAS_BASE_URL = "" } = environmentOf(sandbox);
  const PRISMATIC_CONNECTION_VALUE = JSON.stringify({ fields });
  const caller = await overStdio(sandbox, [], { GORGIAS_BASE_URL, PRISMATIC_CONNECTION_VALUE });
  const { structuredContent } = await caller.call("list_customers", { limit: 2 });
  await caller.close();
  expect(structuredContent).toMatchObject({ data: [{}, {}] });
});

it("a connection that prism hands over in part is told what is missing, without its secrets", async () => {
  const fields = { domain: "acme", apiKey: sandbox.credentials.apiKey };
  const env = { PRISMATIC_CONNECTION_VALUE: JSON.stringify({ fields }) };
  const { code, stdout, stderr } = await run([], env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/PRISMATIC_CONNECTION_VALUE holds only part .*: Username is missing\./);
  expect(stderr).not.toContain(fields.apiKey);
});

it("what the integration platform loads holds nothing of the server", () => {
  const platform = readFileSync(bundlePath(), "utf8");
  expect(platform).not.toMatch(/gorgias_customers_|tools\/call|jsonrpc/);
});
