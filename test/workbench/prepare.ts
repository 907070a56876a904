/**
 * Makes what the tests of the workbench run: the page, and the browser that they open it in. What
 * is there and fits already stays: `npm run build:workbench`.
 */
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { tick } from "../support/ticks";

const ROOT = path.join(__dirname, "..", "..");

/** Installs what a folder's `package.json` names, unless that is done since its lock was changed. */
function install(folder: string): boolean {
  const changedAt = (...names: string[]) =>
    statSync(path.join(ROOT, folder, ...names), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changedAt("node_modules", ".package-lock.json") >= changedAt("package-lock.json")) {
    return false;
  }
  run(folder, "npm", "ci");
  return true;
}

function run(folder: string, program: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, {
    cwd: path.join(ROOT, folder),
    stdio: "inherit",
    // npm is a script there.
    shell: process.platform === "win32",
  });
  if (error || status !== 0) {
    throw error ?? new Error(`${program} ${args.join(" ")} ended with ${status}.`);
  }
}

async function main(): Promise<void> {
  const step = async (name: string, work: () => unknown) => {
    const startedAt = performance.now();
    process.stdout.write(`${name}…\n`);
    const wasToDo = await work();
    tick(name, undefined, wasToDo ? startedAt : undefined);
  };
  await step("The page's packages", () => install("workbench"));
  await step("The page", () => {
    run("workbench", "npx", "vite", "build");
    return true;
  });
  await step("The browser's packages", () => install("test/workbench"));
  const { unpackChromium } = await import("./support/chromium.js");
  await step("The browser", unpackChromium);
}

void main();
