import type { Action, Component, ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import type { Environment } from "../src/connections/environment";
import { ACCOUNT_VARIABLES } from "../src/connections/environment";
import { counted } from "./counted";
import { fillIn } from "./earlier";
import { likelyInputs } from "./likelyInputs";
import { lineOf } from "./line";
import type { InputValues } from "./platform";
import { follow } from "./progress";
import { type Run, run } from "./run";
import { STOPS } from "./stops";
import type { Stop } from "./stops/stop";
import { wrapped } from "./text";

/**
 * Runs every action of the connector once or more, a line each as it happens, and sums up. One
 * that only reads and has no stop is run first, with what a person would likely fill in.
 *
 * @param print takes each line
 * @param width how wide a line may be
 * @returns whether every action was run and went well
 */
export async function takeTour(
  component: Pick<Component, "actions" | "dataSources">,
  connection: ConnectionValue,
  print: (line: string) => void,
  width: number,
  stops: readonly Stop[] = STOPS,
): Promise<boolean> {
  const startedAt = performance.now();
  const answers = new Map<string, unknown>();
  const runs: Run[] = [];
  const others = Object.values(component.actions).filter(
    ({ key }) => !stops.some(({ action }) => action === key),
  );
  const isSafe = ({ performSafety }: Action) => performSafety === "SAFE";
  for (const stop of [...others.filter(isSafe).map(({ key }) => ({ action: key })), ...stops]) {
    const done = await visit(component, connection, stop, answers);
    if (done.outcome.ok) {
      answers.set(stop.action, done.outcome.data);
    }
    runs.push(done);
    print(lineOf(done, width));
  }
  const forgotten = others.filter((action) => !isSafe(action));
  for (const { key } of forgotten) {
    print(`${pc.red("✗")} ${pc.bold(key)} is not part of the tour. Give it a stop in cli/stops/.`);
  }
  const failed = runs.filter(({ outcome }) => !outcome.ok).length + forgotten.length;
  print("");
  wrapped(summaryOf(runs, failed, performance.now() - startedAt), width).forEach(print);
  return failed === 0;
}

async function visit(
  component: Pick<Component, "actions" | "dataSources">,
  connection: ConnectionValue,
  { action: key, inputs }: Stop,
  answers: ReadonlyMap<string, unknown>,
): Promise<Run> {
  const action = component.actions[key];
  const progress = follow();
  try {
    if (!action) {
      throw new Error("The connector has no such action. Take its stop out of cli/stops/.");
    }
    const given = inputs ?? (await likelyInputs(component, action, connection));
    return await run(action, fillIn(given, answers) as InputValues, connection, progress);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { action: key, exchanges: [], ms: 0, outcome: { ok: false, message, error } };
  } finally {
    progress.stop();
  }
}

function summaryOf(runs: readonly Run[], failed: number, ms: number): string {
  const actions = new Set(runs.map(({ action }) => action)).size;
  const well = runs.filter(({ outcome }) => outcome.ok).length;
  const exchanges = runs.flatMap((one) => one.exchanges);
  const rateLimit = exchanges.at(-1)?.rateLimit;
  const verdict =
    failed === 0 ? pc.green("all went well") : pc.red(`${well} went well, ${failed} did not`);
  return [
    `${counted(actions, "action")} in ${counted(runs.length, "run")}: ${verdict}`,
    `${counted(exchanges.length, "request")} in ${(ms / 1000).toFixed(1)} s`,
    ...(rateLimit ? [`rate limit ${rateLimit} at the end`] : []),
  ].join(" · ");
}

/** Why the tour is not taken where the environment names an account, and what to do instead. */
export function noTourOn({ GORGIAS_BASE_URL: sandbox }: Environment): string {
  const [whose, wayOut] = sandbox
    ? [
        `the one at ${sandbox}`,
        `Take the variables away with "unset ${ACCOUNT_VARIABLES.join(" ")}" (and out of .env), or name`,
      ]
    : ["an account of your own", "Name"];
  return (
    "Without an action, every action is run, and some create and delete things. " +
    `That is done on a sandbox made for it, and the environment (or .env) names ${whose}. ` +
    `${wayOut} an action, for example "npm start -- getAccount". "npm start -- --list" shows all of them.`
  );
}
