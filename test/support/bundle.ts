import path from "node:path";
import { BUNDLE } from "../../cli/bundle";
import { freshnessOf } from "../../cli/freshness";

/** The bundle has what `src` has. */
type Source = typeof import("../../src");

const ROOT = path.join(__dirname, "..", "..");

/**
 * The path of a file that tests run.
 *
 * @param madeOf files and folders of this project. @defaultValue what the connector is made of
 * @throws Error that says what to do when it was not built, or was long ago
 */
export function built(file: string, command = "npm run build", madeOf?: readonly string[]): string {
  const freshness = freshnessOf(file, madeOf);
  if (freshness !== "fresh") {
    const name = path.relative(ROOT, file);
    const why = freshness === "missing" ? "is not built yet" : "is older than what it is made of";
    const error = new Error(`${name} ${why}. Run "${command}" first.`);
    // Where this was noticed helps nobody.
    error.stack = error.message;
    throw error;
  }
  return file;
}

/** The path of what the platform loads. */
export function bundlePath(): string {
  return built(BUNDLE);
}

/** The component in a bundle, loaded as the platform loads it. */
export function componentIn(bundle: string): Source["default"] {
  const source: Source = jest.requireActual(bundle);
  return source.default;
}

/** The component that was built. */
export function builtComponent(): Source["default"] {
  return componentIn(bundlePath());
}

/** The path of the server for AI agents. */
export function serverPath(): string {
  return built(path.join(ROOT, "build", "mcp.js"));
}

/** The folder of the code-native manifest that the examples use. */
export function manifestPath(): string {
  const folder = path.join(ROOT, "examples", "manifests", "gorgias");
  built(path.join(folder, "index.ts"), "npm run manifest");
  return folder;
}
