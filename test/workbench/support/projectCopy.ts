import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { emptyFolder } from "../../cli/terminal";

const ROOT = path.join(__dirname, "..", "..", "..");

/** What the workbench is started from. */
const SOURCES = ["package.json", "tsconfig.json", "src", "cli", "sandbox", "workbench"];

/** A copy of this project in a folder of its own. */
export interface ProjectCopy {
  /** What `npm run workbench` runs. */
  readonly program: string;
  remove(): void;
}

/**
 * Copies as much of this project as the workbench is started from, its page not built yet.
 *
 * @param missing the packages that are not installed there
 * @param vite what is run there in the place of what builds the page
 */
export function projectCopy({
  missing = [],
  vite = "",
}: {
  readonly missing?: readonly string[];
  readonly vite?: string;
}): ProjectCopy {
  const folder = emptyFolder();
  const packages = path.join(folder, "node_modules");
  const pagePackages = path.join(folder, "workbench", "node_modules");
  for (const name of SOURCES) {
    cpSync(path.join(ROOT, name), path.join(folder, name), {
      recursive: true,
      filter: (file) => path.basename(file) !== "node_modules",
    });
  }
  mkdirSync(packages);
  for (const name of readdirSync(path.join(ROOT, "node_modules"))) {
    if (!missing.includes(name)) {
      symlinkSync(path.join(ROOT, "node_modules", name), path.join(packages, name));
    }
  }
  mkdirSync(path.join(pagePackages, "vite", "bin"), { recursive: true });
  writeFileSync(path.join(pagePackages, "vite", "bin", "vite.js"), vite);
  // Written last: both are newer than what they are made of.
  writeFileSync(path.join(pagePackages, ".package-lock.json"), "{}");
  cpSync(path.join(ROOT, "dist", "index.js"), path.join(folder, "dist", "index.js"));
  return {
    program: path.join(folder, "workbench", "index.ts"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
