import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

export type { Browser, Page } from "playwright-core";

const PACKAGES = path.join(__dirname, "..", "node_modules");

/** Among the packages, so that it goes when they are installed anew, in another version perhaps. */
const UNPACKED = path.join(PACKAGES, ".chromium");

/** Whether the browser comes as a package, which packs it for one platform. */
export const isPackaged = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks the packaged browser, unless it is, or there is none for this machine.
 *
 * @param say tells the person that it takes a moment
 */
export async function unpackChromium(say: (remark: string) => void): Promise<void> {
  if (!isPackaged || existsSync(UNPACKED)) {
    return;
  }
  say("Unpacking the browser for the tests…");
  // Aside, then moved: nobody ever starts half a browser.
  const aside = mkdtempSync(path.join(PACKAGES, ".chromium-"));
  const program = `require(${JSON.stringify(path.join(PACKAGES, "@sparticuz", "chromium"))}).executablePath()`;
  try {
    await promisify(execFile)(process.execPath, ["-e", program], {
      // It unpacks into the folder for temporary files, and the libraries only where it believes
      // that they are missing.
      env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" },
    });
    writeFileSync(path.join(aside, "fonts.conf"), fontsIn(path.join(UNPACKED, "fonts")));
    renameSync(aside, UNPACKED);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Only the fonts that it brings: a page looks the same on every machine. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${path.join(folder, "cache")}</cachedir>
</fontconfig>
`;
}

/**
 * Starts the packaged browser, or the Chrome of a machine that has no package.
 *
 * @throws Error that says what to do when there is neither
 */
export async function launchChromium(): Promise<Browser> {
  try {
    return await chromium.launch(isPackaged ? packaged() : { channel: "chrome" });
  } catch (error) {
    throw isPackaged || !/is not found|Executable doesn't exist/.test(`${error}`)
      ? error
      : new Error("The page is tried in Chrome, which is not installed on this machine.");
  }
}

function packaged(): LaunchOptions {
  const executablePath = path.join(UNPACKED, "chromium");
  if (!existsSync(executablePath)) {
    throw new Error('The browser is not unpacked yet. Run "npm run build:workbench" first.');
  }
  const env = { ...process.env, FONTCONFIG_FILE: path.join(UNPACKED, "fonts.conf") };
  const brought = path.join(UNPACKED, "al2023", "lib");
  const runs = spawnSync(executablePath, ["--version"], { env }).status === 0;
  return {
    executablePath,
    args: ["--font-render-hinting=none"],
    // The machine's own libraries, and those that it brings where some are missing.
    env: runs ? env : { ...env, LD_LIBRARY_PATH: brought },
  };
}
