import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { freshnessOf } from "../cli/freshness";
import { PAGE } from "./server";

const run = promisify(execFile);

/** What npm writes when it has installed the page's packages. */
const INSTALLED = path.join(__dirname, "node_modules", ".package-lock.json");

/** What the page is made of. */
const MADE_OF = [
  "workbench/page",
  "workbench/messages.ts",
  "workbench/vite.config.ts",
  "workbench/tsconfig.json",
  "workbench/package-lock.json",
];

/**
 * Installs what the page needs, and builds it, where that was not done or is out of date.
 *
 * @param say tells the person what takes its time
 * @throws Error with the words of what failed
 */
export async function preparePage(say: (remark: string) => void): Promise<void> {
  if (freshnessOf(INSTALLED, ["workbench/package-lock.json"]) !== "fresh") {
    say("Installing what the page needs. This is done once…");
    await inWords("What the page needs could not be installed.", npm());
  }
  const freshness = freshnessOf(path.join(PAGE, "index.html"), MADE_OF);
  if (freshness !== "fresh") {
    say(
      freshness === "missing" ? "Building the page…" : "The page has changed: building it again…",
    );
    const vite = path.join(__dirname, "node_modules", "vite", "bin", "vite.js");
    await inWords(
      "The page could not be built.",
      run(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: __dirname }),
    );
  }
}

/** npm is a script of the shell on Windows. */
function npm(): Promise<unknown> {
  return run("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: __dirname,
    shell: process.platform === "win32",
  });
}

async function inWords(problem: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const { stdout = "", stderr = "" }: { stdout?: string; stderr?: string } = Object(error);
    throw new Error(`${problem}\n${`${stdout}${stderr}`.trim() || error}`);
  }
}
