/**
 * Tries what was built, and the tools that build it, on each Node that the platform and developers
 * have: `npm run test:nodes`. A warning is a failure.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { BUNDLE } from "../../cli/bundle";
import { NO_ACCOUNT, plainEnvironment } from "../support/environment";
import { tick } from "../support/ticks";
import { nodeOf } from "./nodeOf";
import { warningsIn } from "./warnings";

const ROOT = path.join(__dirname, "..", "..");

/** The versions that `package.json` in this folder installs. */
const VERSIONS = [20, 22, 24];

/** Something that runs on each. */
interface Step {
  readonly name: string;
  /** The arguments of Node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Whether nothing at all may be written to stderr. */
  readonly isSilent?: true;
}

const STEPS: readonly Step[] = [
  { name: "the build", args: ["--import", "tsx", "cli/build.ts"], isSilent: true },
  { name: "loading the bundle", args: ["-e", 'require("./dist")'], isSilent: true },
  {
    name: "the MCP server",
    args: ["build/mcp.js"],
    env: { GORGIAS_DOMAIN: "acme", GORGIAS_ACCESS_TOKEN: "none" },
    stdin: '{ "jsonrpc": "2.0", "id": 1, "method": "ping" }\n',
    isSilent: true,
  },
  { name: "npm start", args: ["--import", "tsx", "cli/index.ts"] },
  { name: "one action", args: ["--import", "tsx", "cli/index.ts", "getAccount", "--debug"] },
  { name: "the end-to-end tests", args: ["node_modules/jest/bin/jest.js", "test/endToEnd"] },
];

/** @returns what is wrong with how a step went, or nothing */
function faultOf(node: string, { args, env = {}, stdin = "", isSilent }: Step): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(node, args, {
    cwd: ROOT,
    encoding: "utf8",
    input: stdin,
    env: plainEnvironment({
      ...NO_ACCOUNT,
      ...env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    }),
    maxBuffer: 2 ** 28,
  });
  const output = `${stdout}${stderr}`;
  const warnings = warningsIn(output);
  if (error || status !== 0) {
    return `ended with ${status}.\n${error ?? output}`;
  }
  if (warnings.length > 0) {
    return `warns:\n${warnings.join("\n")}`;
  }
  return isSilent && stderr !== "" ? `says:\n${stderr}` : undefined;
}

function digest(): string {
  return createHash("sha256").update(readFileSync(BUNDLE)).digest("hex");
}

const built = digest();
for (const version of VERSIONS) {
  const node = nodeOf(version);
  const name = `Node ${spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()}`;
  for (const step of STEPS) {
    const startedAt = performance.now();
    tick(`${name}: ${step.name}`, faultOf(node, step), startedAt);
  }
  if (digest() !== built) {
    tick(`${name}:`, "the build makes other bytes.");
  }
}
