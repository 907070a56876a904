import { execFile } from "node:child_process";

/** Signals that end a program. */
const ENDS = ["SIGINT", "SIGTERM"] as const;

/** What a program is run in. */
interface Circumstances {
  /** @defaultValue this process's own */
  readonly cwd?: string;
  /** Whether it is a script of the shell. @defaultValue false */
  readonly shell?: boolean;
}

/**
 * Runs a program until it has ended. When this process is told to end, so is the program.
 *
 * @param problem says what could not be done when it fails
 * @throws Error with that, and with what the program itself has said
 */
export function runChild(
  problem: string,
  program: string,
  args: readonly string[],
  circumstances: Circumstances = {},
): Promise<void> {
  return new Promise((done, failed) => {
    const child = execFile(program, args, circumstances, (error, stdout, stderr) => {
      for (const signal of ENDS) {
        process.off(signal, end);
      }
      if (error) {
        failed(new Error(`${problem}\n${`${stdout}${stderr}`.trim() || error}`));
      } else {
        done();
      }
    });
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      // Nobody listens any more: it ends this process.
      process.kill(process.pid, signal);
    };
    for (const signal of ENDS) {
      process.once(signal, end);
    }
  });
}
