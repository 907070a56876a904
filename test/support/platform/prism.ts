import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Platform } from ".";

const PROGRAM = require.resolve("@prismatic-io/prism/lib/run.js");

/**
 * Runs `npx prism …args` in a project, as somebody who is logged in to the platform. Nothing of the
 * person who runs the tests is there, neither a login nor a setting, and no new version is looked for.
 *
 * @returns what it wrote to the terminal, errors and warnings included
 * @throws Error with the same when it fails
 */
export async function prism(platform: Platform, project: string, args: readonly string[]) {
  const home = await mkdtemp(path.join(tmpdir(), "gorgias-prism-"));
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [PROGRAM, ...args], {
      cwd: project,
      env: {
        HOME: home,
        PRISM_CONFIG_FILE: path.join(home, "config.yml"),
        PRISM_SKIP_NEW_VERSION_CHECK: "true",
        PRISMATIC_URL: platform.url,
        PRISM_ACCESS_TOKEN: platform.token,
        NO_COLOR: "1",
      },
    });
    return (stdout + stderr).trim();
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
