import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { plainEnvironment } from "../support/environment";

/** What a command left behind. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const PROGRAM = path.join(__dirname, "..", "..", "cli", "index.ts");

/** A folder of its own: no `.env` of the person who runs the tests is found there. */
export function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "gorgias-cli-"));
}

/** Where a command runs. */
export interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Presses Ctrl-C as soon as this is said. */
  readonly interruptAt?: string;
}

/** Runs the command as `npm start -- …args` does, in a plain environment. */
export function npmStart(
  args: readonly string[],
  { env = {}, cwd = emptyFolder(), interruptAt }: Circumstances = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["--import", pathToFileURL(require.resolve("tsx")).href, PROGRAM, ...args],
      { cwd, env: plainEnvironment(env) },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === "number" ? error.code : error ? -1 : 0,
          stdout,
          stderr,
        }),
    );
    let said = "";
    let isInterrupted = false;
    const listen = (chunk: string) => {
      said += chunk;
      if (!isInterrupted && interruptAt !== undefined && said.includes(interruptAt)) {
        isInterrupted = true;
        child.kill("SIGINT");
      }
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
  });
}
