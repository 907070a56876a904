/**
 * Makes what the tests of the workbench run: the page, and the browser that they open it in. What
 * is there and fits already stays: `npm run build:workbench`.
 */
import { installPackages, preparePage } from "../../workbench/build";

function say(remark: string): void {
  process.stdout.write(`${remark}\n`);
}

async function main(): Promise<void> {
  await preparePage(say);
  await installPackages("test/workbench", "The browser for the tests", say);
  // Loaded only now: it is among what was installed.
  const { unpackChromium } = await import("./support/chromium.js");
  await unpackChromium(say);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
