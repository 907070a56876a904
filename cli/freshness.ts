import { readdirSync, statSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "..");

/** What the bundles are made of: a change to any of it makes them out of date. */
const MADE_OF = [
  "src",
  "assets",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsdown.config.ts",
  "cli/build.ts",
].map((name) => path.join(ROOT, name));

/** How a file that was built stands to what it is made of. */
export function freshnessOf(file: string): "missing" | "outdated" | "fresh" {
  const built = changedAt(file);
  if (built === 0) {
    return "missing";
  }
  return built < Math.max(...MADE_OF.map(newestIn)) ? "outdated" : "fresh";
}

/** Folders count too: a file that was taken away changes the folder it was in. */
function newestIn(place: string): number {
  const inside = statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: "utf8" })
    : [];
  return Math.max(changedAt(place), ...inside.map((name) => changedAt(path.join(place, name))));
}

/** @returns milliseconds, 0 for a file that isn't there */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
