import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plainEnvironment } from "../support/environment";

const ROOT = path.join(__dirname, "..", "..");

/** A reader sees that a request was refused. To curl alone, every answer is a good one. */
const CURL = 'curl() { command curl --fail-with-body -sS "$@"; }';

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Somebody who copies commands out of one page, one after the other, in a clone of their own. */
export class Reader {
  readonly folder = mkdtempSync(path.join(tmpdir(), "gorgias-docs-"));
  readonly #running: ChildProcess[] = [];
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: Readonly<Record<string, string>> = {}) {
    this.#env = plainEnvironment(env);
    for (const name of readdirSync(ROOT)) {
      if (![".git", ".env"].includes(name)) {
        symlinkSync(path.join(ROOT, name), path.join(this.folder, name));
      }
    }
  }

  /** Runs a command to its end. */
  run(command: string): Promise<Ended> {
    return new Promise((resolve) => {
      let output = "";
      const child = this.#start(command, (text) => {
        output += text;
      });
      child.on("close", (code) => resolve({ code, output }));
    });
  }

  /**
   * Starts a command that runs until it is ended, and waits until it says that it is ready. The
   * variables that it says to set are set for the commands after it.
   *
   * @throws Error with what it said, when it ends before that
   */
  stay(command: string, ready: string): Promise<void> {
    return new Promise((resolve, reject) => {
      let output = "";
      const child = this.#start(command, (text) => {
        output += text;
        if (output.includes(ready)) {
          for (const [, name = "", value] of output.matchAll(/^\s*export (\w+)='?(.*?)'?$/gm)) {
            this.#env[name] = value;
          }
          resolve();
        }
      });
      this.#running.push(child);
      child.on("close", () => reject(new Error(`"${command}" ended: ${output}`)));
    });
  }

  /** Presses Ctrl-C in whatever still runs, waits for its end, and takes the clone away. */
  async leave(): Promise<void> {
    await Promise.all(
      this.#running.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null || child.pid === undefined) {
              resolve();
              return;
            }
            child.on("close", () => resolve());
            process.kill(-child.pid, "SIGINT");
          }),
      ),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }

  #start(command: string, heard: (text: string) => void): ChildProcess {
    const child = spawn("bash", ["-o", "pipefail", "-c", `${CURL}\n${command}`], {
      cwd: this.folder,
      env: this.#env,
      // A group of its own, as in a terminal: Ctrl-C reaches npm and what npm has started.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout?.on("data", (data) => heard(String(data)));
    child.stderr?.on("data", (data) => heard(String(data)));
    return child;
  }
}
