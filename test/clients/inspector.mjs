/** The Inspector without its pages: each call is a run of its program, and giving up ends that. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { answerOf, play, target } from "./steps.mjs";

const { url, headers, program, folder, revision } = target;
const cli = path.join(
  path.dirname(
    createRequire(import.meta.url).resolve("@modelcontextprotocol/inspector/package.json"),
  ),
  "clients/cli/build/index.js",
);
const config = path.join(folder, "inspector.json");
const era = revision >= "2026" ? "modern" : "legacy";
const gorgias = program ?? { type: "streamable-http", url, headers };
writeFileSync(config, JSON.stringify({ mcpServers: { gorgias } }));

async function run(args, signal) {
  const all = [
    cli,
    "--config",
    config,
    "--server",
    "gorgias",
    "--protocol-era",
    era,
    "--format",
    "json",
    "-q",
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [...all, ...args], {
    signal,
    env: { ...process.env, HOME: folder },
  }).catch((error) => {
    // A tool's error ends it with a status of its own.
    if (error.stdout) return error;
    throw error;
  });
  return JSON.parse(stdout).result;
}

await play(async () => ({
  list: async () => (await run(["--method", "tools/list"])).tools.map(({ name }) => name),
  call: async (name, given, signal) =>
    answerOf(
      await run(
        ["--method", "tools/call", "--tool-name", name, "--tool-args-json", JSON.stringify(given)],
        signal,
      ),
    ),
  close: async () => undefined,
}));
