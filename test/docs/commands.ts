import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(__dirname, "..", "..");

/** The pages that people read, by their place in the repository. The reference has no commands. */
export const PAGES: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(path.join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md") && name !== "reference.md")
    .map((name) => `docs/${name}`),
  ...readdirSync(path.join(ROOT, ".github/ISSUE_TEMPLATE")).map(
    (name) => `.github/ISSUE_TEMPLATE/${name}`,
  ),
];

/** A block of code in a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** What a page of the repository says. */
export function textOf(page: string): string {
  return readFileSync(path.join(ROOT, page), "utf8");
}

/** The blocks of code in a page, in their order. */
export function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(/^ *```(\S*)\n(.*?)^ *```$/gms)].map(
    ([, language = "", text = ""]) => ({ language, text }),
  );
}

/** The commands that a page shows in blocks: one a line, unless a backslash ends it. */
export function commandsOf(page: string): string[] {
  return blocksOf(page)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.replace(/\\\n\s*/g, "").split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

/** The commands that a page names within its sentences. */
export function namedIn(page: string): string[] {
  const prose = textOf(page).replace(/^ *```.*?^ *```$/gms, "");
  return [...prose.matchAll(/`((?:npm|npx|node|curl|prism|git) [^`]+|\.ci\/run)`/g)].map(
    ([, command = ""]) => command,
  );
}

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
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(GORGIAS_|PRISM|FORCE_COLOR|CI$)/.test(name),
    );
    this.#env = { ...Object.fromEntries(inherited), NO_COLOR: "1", ...env };
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

  /** Presses Ctrl-C in whatever still runs, and waits for its end. */
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
  }

  #start(command: string, heard: (text: string) => void): ChildProcess {
    const child = spawn("bash", ["-c", command], {
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
