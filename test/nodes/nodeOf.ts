import { createRequire } from "node:module";

/**
 * The path of a Node that `package.json` in this folder installs.
 *
 * @param version the first part of it
 * @throws Error that says what to do when it is not installed
 */
export function nodeOf(version: number): string {
  const name = `node${version}-${process.platform}-${process.arch}`;
  const bin = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  try {
    return createRequire(__filename).resolve(`${name}/${bin}`);
  } catch {
    throw new Error(
      `${name} is not installed. Run "npm ci --prefix test/nodes"; if it is still missing, npm has no Node ${version} for this platform.`,
    );
  }
}
