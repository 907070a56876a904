import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";

const ROOT = path.join(__dirname, "..");
const DIST = path.join(ROOT, "dist");

/** What the bundle is made of: a change to any of it makes the bundle out of date. */
const MADE_OF = [
  "src",
  "assets",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsdown.config.ts",
].map((name) => path.join(ROOT, name));

/**
 * Loads the connector from its bundle, as the platform does, and builds the bundle first when it
 * is missing or older than what it is made of.
 *
 * @param say tells the person that a build runs
 * @throws Error with the build's own words when it fails
 */
export async function loadComponent(say: (remark: string) => void): Promise<Component> {
  const built = await changedAt(path.join(DIST, "index.js"));
  if (built < (await newestChange(MADE_OF))) {
    say(built === 0 ? "Building the connector…" : "The connector has changed: building it again…");
    await build();
  }
  const bundle: { default: Component } = createRequire(__filename)(DIST);
  return bundle.default;
}

/** Builds beside `dist` and moves the files over, so that nobody ever loads half a bundle. */
async function build(): Promise<void> {
  const beside = path.join(ROOT, "node_modules", ".cache", "gorgias-connector", `${process.pid}`);
  const tsdown = createRequire(__filename).resolve("tsdown/run");
  try {
    await promisify(execFile)(process.execPath, [tsdown, "--out-dir", beside], { cwd: ROOT });
    await mkdir(DIST, { recursive: true });
    for (const file of await readdir(beside)) {
      await rename(path.join(beside, file), path.join(DIST, file));
    }
  } catch (error) {
    throw new Error(`The connector could not be built.\n${outputOf(error)}`);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

function outputOf(failure: unknown): string {
  const { stdout = "", stderr = "" } = failure as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}`.trim() || String(failure);
}

/** Folders count too: a file that was taken away changes the folder it was in. */
async function newestChange(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (one) => {
      const inside = (await stat(one)).isDirectory() ? await readdir(one, { recursive: true }) : [];
      const all = await Promise.all(
        [one, ...inside.map((name) => path.join(one, name))].map(changedAt),
      );
      return Math.max(...all);
    }),
  );
  return Math.max(...times);
}

/** @returns milliseconds, 0 for a file that isn't there */
async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
