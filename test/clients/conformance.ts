import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { text } from "node:stream/consumers";
import { plainEnvironment } from "../support/environment";
import { tick } from "../support/ticks";
import { inFrontOf } from "./front";
import { NOT_APPLICABLE } from "./notApplicable";
import { LONGEST_RUN_MS, NODE } from "./run";
import { type HttpServer, TOKEN } from "./server";
import { type Check, type Played, staleIn, type Verdict, verdictsOf } from "./verdicts";

/** The suite's program: its package has no name to import. */
const SUITE = path.join(
  path.dirname(createRequire(__filename).resolve("@modelcontextprotocol/conformance/package.json")),
  "dist/index.js",
);

/**
 * The revisions that it knows, and how to have all of it played with each: what the revision
 * demands and has as extensions; before there were lists of that, every scenario.
 */
const REVISIONS: Readonly<Record<string, readonly string[]>> = {
  "2026-07-28": ["--requirements", "2026-07-28"],
  "2025-11-25": ["--requirements", "2025-11-25"],
  "2025-06-18": ["--suite", "all", "--spec-version", "2025-06-18"],
  "2025-03-26": ["--suite", "all", "--spec-version", "2025-03-26"],
};

/**
 * Plays the conformance suite with the server, and prints what it comes to. The suite sends no token,
 * so something in front of the server adds it.
 *
 * @param folder where its results go
 */
export async function runConformance({ origin, url }: HttpServer, folder: string): Promise<void> {
  const front = await inFrontOf(origin, { headers: { authorization: `Bearer ${TOKEN}` } });
  const address = `${front.origin}${new URL(url).pathname}`;
  const all: Played[] = [];
  for (const [revision, chosen] of Object.entries(REVISIONS)) {
    const startedAt = performance.now();
    const results = path.join(folder, revision);
    const args = ["server", "--url", address, "--output-dir", results, ...chosen];
    const played = (await play(args, results)).map((one) => ({ revision, ...one }));
    report(revision, verdictsOf(played, NOT_APPLICABLE), startedAt);
    all.push(...played);
  }
  await front.close();
  for (const part of staleIn(all, NOT_APPLICABLE)) {
    tick(`Conformance: ${part}`, "is listed in notApplicable.ts, and passes or is not there.");
  }
}

/** @returns each scenario, with what the suite has written down about it */
async function play(args: readonly string[], results: string): Promise<Omit<Played, "revision">[]> {
  const suite = spawn(NODE, [SUITE, ...args], {
    env: plainEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LONGEST_RUN_MS,
  });
  const [stdout, stderr] = await Promise.all([
    text(suite.stdout),
    text(suite.stderr),
    once(suite, "close"),
  ]);
  const scenarios = [...stdout.matchAll(/^=== Running scenario: (\S+) ===$/gm)].map(
    ([, scenario = ""]) => scenario,
  );
  if (scenarios.length === 0) {
    throw new Error(`The conformance suite plays nothing.\n${stdout}${stderr}`);
  }
  return scenarios.map((scenario) => ({ scenario, checks: checksIn(results, scenario) }));
}

/** A scenario that the suite itself failed to run leaves nothing behind. */
function checksIn(results: string, scenario: string): readonly Check[] {
  const folder = readdirSync(results).find(
    (name) => name.replace(/-\d{4}-\d\d-\d\dT.*$/, "") === `server-${scenario}`,
  );
  return folder === undefined
    ? []
    : JSON.parse(readFileSync(path.join(results, folder, "checks.json"), "utf8"));
}

function report(revision: string, verdicts: readonly Verdict[], startedAt: number): void {
  const name = `Conformance, ${revision}:`;
  for (const { scenario, passed, faults, isLeftOut } of verdicts) {
    for (const { id, errorMessage } of faults) {
      tick(`${name} ${scenario}:${id}`, errorMessage ?? "warns.");
    }
    if (!isLeftOut && faults.length === 0) {
      tick(`${name} ${scenario}, ${passed} ${passed === 1 ? "check" : "checks"}`);
    }
  }
  const applies = verdicts.filter(({ isLeftOut }) => !isLeftOut);
  const passing = applies.filter(({ faults }) => faults.length === 0);
  tick(
    `${name} of ${verdicts.length} scenarios, ${applies.length} apply and ${passing.length} pass`,
    undefined,
    startedAt,
  );
}
