import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import { runChild } from "./child";
import { freshnessOf } from "./freshness";

const ROOT = path.join(__dirname, "..");

/** What the platform loads. */
export const BUNDLE = path.join(ROOT, "dist", "index.js");

/** The same with a source map. */
export const DEBUG_BUNDLE = path.join(ROOT, "build", "debug", "index.js");

const load = createRequire(__filename);

/**
 * Loads the connector from its bundle, as the platform does, and builds the bundle first when it
 * is missing or older than what it is made of.
 *
 * @param say tells the person that a build runs
 * @param forDebug loads the bundle with a source map, so that stacks and breakpoints are in `src`
 * @throws Error with the build's own words when it fails
 */
export async function loadComponent(
  say: (remark: string) => void,
  forDebug = false,
): Promise<Component> {
  const file = forDebug ? DEBUG_BUNDLE : BUNDLE;
  const freshness = freshnessOf(file);
  if (freshness !== "fresh") {
    const isNew = freshness === "missing";
    say(isNew ? "Building the connector…" : "The connector has changed: building it again…");
    await build(forDebug ? ["--debug"] : []);
  }
  if (forDebug) {
    process.setSourceMapsEnabled(true);
  }
  const bundle: { default: Component } = load(file);
  return bundle.default;
}

/** In a process of its own: its memory is not needed any more when the connector runs. */
function build(flags: readonly string[]): Promise<void> {
  const tsx = pathToFileURL(load.resolve("tsx")).href;
  const program = path.join(__dirname, "build.ts");
  const args = ["--import", tsx, program, ...flags];
  return runChild("The connector could not be built.", process.execPath, args);
}
