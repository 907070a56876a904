import { readdirSync, statSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "..");

/** What the connector's bundles are made of: a change to any of it makes them out of date. */
const CONNECTOR = [
  "src",
  "assets",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsdown.config.ts",
  "cli/build.ts",
];

/**
 * How a file that was built stands to what it is made of.
 *
 * @param madeOf files and folders of this project
 */
export function freshnessOf(
  file: string,
  madeOf: readonly string[] = CONNECTOR,
): "missing" | "outdated" | "fresh" {
  const built = changedAt(file);
  if (built === 0) {
    return "missing";
  }
  const newest = Math.max(...madeOf.map((name) => newestIn(path.join(ROOT, name))));
  return built < newest ? "outdated" : "fresh";
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
