import { access, chmod, constants, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { build, type UserConfig } from "tsdown";
import { fileFault } from "../src/fileFault";
import { debug, platform, server } from "../tsdown.config";

const ROOT = path.join(__dirname, "..");

/** What is built, and into which folder. */
type Part = UserConfig & { readonly name: string; readonly outDir: string };

/**
 * Builds aside and moves the files over, so that nobody ever loads half a bundle.
 *
 * @returns the names of the files
 */
async function make(part: Part): Promise<readonly string[]> {
  const folder = path.join(ROOT, part.outDir);
  // As deep as the debug build's folder: its source map holds relative paths.
  const aside = path.join(ROOT, "build", `.${part.name}-${process.pid}`);
  try {
    // Before the work, and in words: rolldown's own are a stack trace.
    for (const one of [folder, path.dirname(aside)]) {
      await mkdir(one, { recursive: true });
      await access(one, constants.W_OK);
    }
    await build({ ...part, config: false, cwd: ROOT, outDir: aside, failOnWarn: true });
    const made = await readdir(aside);
    for (const file of made) {
      // Prism packs the mode as well: a package would look changed on a machine with another umask.
      await chmod(path.join(aside, file), 0o644);
      await rename(path.join(aside, file), path.join(folder, file));
    }
    return made;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The platform gets the folder as it is: what an earlier build has left there goes. */
async function makeForPlatform(): Promise<void> {
  const made = await make(platform);
  const folder = path.join(ROOT, platform.outDir);
  for (const file of await readdir(folder)) {
    if (!made.includes(file)) {
      await rm(path.join(folder, file), { recursive: true, force: true });
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { debug: { type: "boolean", default: false } } });
  if (values.debug) {
    await make(debug);
  } else {
    await Promise.all([makeForPlatform(), make(server)]);
  }
}

/** Codes of Node's for files that cannot be written. */
const NOT_WRITTEN = ["EACCES", "EPERM", "EROFS", "ENOSPC", "EEXIST", "EISDIR", "ENOTDIR"];

/** What Node throws. Where it moves a file, `path` is the one that was there already. */
type FileError = NodeJS.ErrnoException & { readonly dest?: string };

function wordsOf(error: unknown): string {
  const { code = "", path: source, dest: file = source, message }: FileError = Object(error);
  return file && NOT_WRITTEN.includes(code)
    ? `${file} cannot be written: ${fileFault(Object(error))}. Make room for it, or build as a user who may write there.`
    : `${message ?? error}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
});
