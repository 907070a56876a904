import { execFile } from "node:child_process";
import { cp, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const ROOT = path.join(__dirname, "..", "..");

/** What a build needs of the repository. */
const SOURCES = ["src", "assets", "cli", "package.json", "tsconfig.json", "tsdown.config.ts"];

/** @returns the path of a copy of the repository in another place, in which nothing is built */
export async function copyOfRepository(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), "gorgias-copy-"));
  const elsewhere = path.join(parent, "a place of another name");
  for (const name of SOURCES) {
    await cp(path.join(ROOT, name), path.join(elsewhere, name), { recursive: true });
  }
  await symlink(path.join(ROOT, "node_modules"), path.join(elsewhere, "node_modules"), "junction");
  return elsewhere;
}

/**
 * Runs `npm run build` in a copy, and answers what it wrote to the terminal. Root may write
 * everywhere, so that another user is needed to see a build without permission.
 */
export async function buildIn(
  elsewhere: string,
  flags: readonly string[] = [],
  user: { readonly uid?: number; readonly gid?: number } = {},
): Promise<string> {
  const program = path.join(elsewhere, "cli", "build.ts");
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  const args = ["--import", tsx, program, ...flags];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    cwd: elsewhere,
    ...user,
  });
  return stdout + stderr;
}
