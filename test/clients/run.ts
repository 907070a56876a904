import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { nodeOf } from "../nodes/nodeOf";
import { plainEnvironment } from "../support/environment";
import { tick } from "../support/ticks";
import { type Gorgias, HELD } from "./gorgias";

/** The Node that all of the clients run on: the Inspector needs 22.19, the AI SDK 22. */
export const NODE = nodeOf(22);

/** When a program that does not end is ended, in milliseconds: no machine is as busy as that. */
export const LONGEST_RUN_MS = 120_000;

/** What a client's script is told about the server, as its only argument, in JSON. */
export interface Target {
  /** How to start it over stdio; undefined for the one that listens. */
  readonly program?: Readonly<Record<string, unknown>>;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The revision of the protocol to speak. */
  readonly revision: string;
  /** Whether a client that gives up waiting can let the server know. */
  readonly reaches: boolean;
}

/**
 * Runs a client's script to its end, in a process of its own, and prints each step that it has done.
 *
 * @param name what it is printed as
 * @param script its name in this folder
 * @param folder where it may write
 */
export async function runClient(
  name: string,
  script: string,
  target: Target,
  { gorgias, folder }: { readonly gorgias: Gorgias; readonly folder: string },
): Promise<void> {
  let startedAt = performance.now();
  let said = "";
  const told = JSON.stringify({ ...target, held: HELD, folder });
  const child = fork(path.join(__dirname, script), [told], {
    execPath: NODE,
    execArgv: [],
    silent: true,
    env: plainEnvironment({ HOME: folder }),
  });
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.on("message", ({ passed }: { passed: string }) => {
    tick(`${name} ${passed}`, undefined, startedAt);
    startedAt = performance.now();
  });
  gorgias.onFate((fate) => child.connected && child.send(fate));
  const cut = setTimeout(() => {
    said += `It did not end within ${LONGEST_RUN_MS / 1000} s.\n`;
    child.kill("SIGKILL");
  }, LONGEST_RUN_MS);
  const [code] = await once(child, "close");
  clearTimeout(cut);
  gorgias.release();
  if (code !== 0) {
    tick(name, `ended with ${code}.\n${said}`);
  }
}
