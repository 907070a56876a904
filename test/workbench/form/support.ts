import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "playwright-core";
import type { Run } from "../../../workbench/messages";
import { useBrowser } from "../support/browser";

const ROOT = path.join(__dirname, "..", "..", "..");

/** A step's form in the browser, and what of it reached the wire. */
export interface OpenForm {
  readonly page: Page;
  /** Presses Run, and waits until the run has ended. */
  run(): Promise<Run>;
  /** All runs of the page. */
  runs(): Promise<readonly Run[]>;
}

/** A workbench for the tests of a file: opens a form of it by the step's address. */
export function useForms(): (step: string) => Promise<OpenForm> {
  const open = useBrowser();
  let workbench: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const program = path.join(ROOT, "workbench", "index.ts");
    workbench = spawn(process.execPath, ["--import", "tsx", program, "--no-open"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface({ input: workbench.stdout ?? process.stdin });
    [url] = await once(lines, "line");
  });

  afterAll(async () => {
    const ended = once(workbench, "exit");
    workbench.kill();
    await ended;
  });

  return async (step) => {
    const page = await open(`${url}#/${step}`);
    page.setDefaultTimeout(10_000);
    const runs = async () => {
      const response = await page.request.get(`${url}api/runs`);
      return (await response.json()) as readonly Run[];
    };
    return {
      page,
      runs,
      async run() {
        const before = (await runs()).length;
        await page.getByRole("button", { name: "Run", exact: true }).click();
        await page
          .getByRole("status")
          .filter({ hasText: new RegExp(`Run ${before + 1} (?:took|failed|was)`) })
          .waitFor();
        const [last] = await runs();
        if (!last) {
          throw new Error("Nothing has run.");
        }
        return last;
      },
    };
  };
}

/** The body of a run's last request. */
export const bodyOf = (run: Run): unknown => run.exchanges.at(-1)?.request.body;
