import path from "node:path";
import { runChild } from "../cli/child";
import { freshnessOf } from "../cli/freshness";

const ROOT = path.join(__dirname, "..");

/** Where the page is built to. */
export const PAGE = path.join(ROOT, "build", "workbench");

/** What the page is made of. */
export const MADE_OF = [
  "workbench/page",
  "workbench/messages",
  "workbench/fileReference.ts",
  "assets/icon.png",
  "cli/counted.ts",
  "cli/shape.ts",
  "src/client/json.ts",
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
  await installPackages("workbench", "What the page needs", say);
  const freshness = freshnessOf(path.join(PAGE, "index.html"), MADE_OF);
  if (freshness !== "fresh") {
    say(
      freshness === "missing" ? "Building the page…" : "The page has changed: building it again…",
    );
    const vite = path.join(__dirname, "node_modules", "vite", "bin", "vite.js");
    const args = [vite, "build", "--logLevel", "warn"];
    await runChild("The page could not be built.", process.execPath, args, { cwd: __dirname });
  }
}

/**
 * Installs the packages of a folder that has its own, unless that was done since they were chosen.
 *
 * @param folder of this project
 * @param name what they are, for the person
 * @throws Error with the words of what failed
 */
export async function installPackages(
  folder: string,
  name: string,
  say: (remark: string) => void,
): Promise<void> {
  // npm writes it when it has installed them.
  const installed = path.join(ROOT, folder, "node_modules", ".package-lock.json");
  if (freshnessOf(installed, [`${folder}/package-lock.json`]) !== "fresh") {
    say(`${name} is being installed. This happens once…`);
    const args = ["ci", "--no-audit", "--no-fund"];
    await runChild(`${name} could not be installed.`, "npm", args, {
      cwd: path.join(ROOT, folder),
      // It is a script of the shell on Windows.
      shell: process.platform === "win32",
    });
  }
}
