import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ConfigFile } from "../../src/mcp/access/configFile";
import { type Listening, serveHttp } from "../../src/mcp/serving/http";
import { toolsets } from "../../src/mcp/toolsets";

const FIRST = "t0ken-of-the-first-file";
const SECOND = "t0ken-of-the-second-file";

const text = (token: string) =>
  JSON.stringify({
    tokens: { [token]: "*" },
    connections: { acme: { domain: "acme", username: "agent@example.com", apiKey: "k3y-s3cr3t" } },
  });

let folder: string;
let file: string;
let server: Listening;
const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  folder = mkdtempSync(path.join(tmpdir(), "gorgias-mcp-"));
  file = path.join(folder, "config.json");
});
afterEach(() => server.close());

async function serve() {
  const log = (line: string) => logged.push(line);
  const config = await ConfigFile.open(file, log);
  server = await serveHttp({ toolsets, log, config: () => config.current() });
}

/** Which of the two tokens are let in. */
async function letIn(): Promise<boolean[]> {
  const asked = [FIRST, SECOND].map(async (token) => {
    const { status } = await fetch(server.url, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }),
    });
    return status === 200;
  });
  return Promise.all(asked);
}

it.each<[string, () => void]>([
  ["written again", () => writeFileSync(file, text(SECOND))],
  [
    "put in its place by an editor",
    () => {
      writeFileSync(`${file}~`, text(SECOND));
      renameSync(`${file}~`, file);
    },
  ],
])("a file that is %s is in force with the next request", async (_, change) => {
  writeFileSync(file, text(FIRST));
  await serve();
  expect(await letIn()).toEqual([true, false]);
  change();
  expect(await letIn()).toEqual([false, true]);
  expect(logged).toEqual([`${file} has changed and is in force.`]);
});

it("a mounted folder that is exchanged behind a link is in force with the next request", async () => {
  for (const [name, token] of [
    ["one", FIRST],
    ["two", SECOND],
  ] as const) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "config.json"), text(token));
  }
  symlinkSync("one", path.join(folder, "data"));
  file = path.join(folder, "data", "config.json");
  await serve();
  symlinkSync("two", path.join(folder, "next"));
  renameSync(path.join(folder, "next"), path.join(folder, "data"));
  expect(await letIn()).toEqual([false, true]);
});

it("a faulty file is told of once, without its secrets, and what was there stays in force", async () => {
  writeFileSync(file, text(FIRST));
  await serve();
  writeFileSync(file, text(SECOND).replace('"*"', '["nowhere"]'));
  expect(await letIn()).toEqual([true, false]);
  expect(await letIn()).toEqual([true, false]);
  expect(logged).toEqual([
    `${file}\ntokens.<token 1>[0]: there is no connection "nowhere".\nWhat the file held before stays in force.`,
  ]);
});
