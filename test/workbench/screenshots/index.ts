/**
 * Takes the pictures of the page in `docs/images/`, and beside this file what they show, in words:
 * `npm run screenshots`. With `--check`, says which are not current.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { loadComponent } from "../../../cli/bundle";
import { startWorkbench } from "../../../workbench/server";
import { tick } from "../../support/ticks";
import { type Browser, isPackaged, launchChromium } from "../support/chromium";
import { requirePage } from "../support/page";
import { differenceOf } from "./picture";
import { SCENES, type Scene } from "./scenes";
import { NOW, steadied, steady } from "./steady";

const IMAGES = path.join(__dirname, "..", "..", "..", "docs", "images");

const say = (remark: string) => void process.stdout.write(`${remark}\n`);

/** What a picture shows. */
interface Shot {
  readonly png: Buffer;
  /** In words, as a screen reader has it: the same in every browser. */
  readonly words: string;
}

/** Each on an account of its own, which is the same every time. */
async function take(browser: Browser, scene: Scene): Promise<Shot> {
  const { viewport, colorScheme, step, play } = scene;
  const workbench = await startWorkbench({
    component: await loadComponent(say),
    sandbox: { tickets: 60, now: () => NOW.getTime() },
  });
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce" });
  try {
    context.setDefaultTimeout(0);
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.goto(`${workbench.url}#/${step}`);
    await play(page);
    return await shoot(page);
  } finally {
    await context.close();
    await workbench.close();
  }
}

async function shoot(page: Page): Promise<Shot> {
  await page.waitForLoadState("networkidle");
  await page.locator("[class*=Skeleton]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready);
  await steady(page);
  const words = await page.locator("body").ariaSnapshot();
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  return { png, words: `${steadied(words)}\n` };
}

/** @returns why a committed picture is not current; undefined where it is */
function faultOf(files: { png: string; words: string }, { png, words }: Shot): string | undefined {
  const now = words.split("\n");
  const changed = readFileSync(files.words, "utf8")
    .split("\n")
    .findIndex((line, index) => line !== now[index]);
  if (changed >= 0) {
    return `the page says something else: ${now[changed]?.trim() ?? "nothing"} (line ${changed + 1} of ${path.basename(files.words)})`;
  }
  // Other browsers draw other pixels.
  return isPackaged ? differenceOf(readFileSync(files.png), png) : undefined;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  requirePage();
  const browser = await launchChromium();
  try {
    for (const scene of SCENES) {
      const startedAt = performance.now();
      const files = {
        png: path.join(IMAGES, `${scene.name}.png`),
        words: path.join(__dirname, `${scene.name}.yaml`),
      };
      const shot = await take(browser, scene);
      let fault: string | undefined;
      if (values.check) {
        fault = faultOf(files, shot);
      } else {
        writeFileSync(files.png, shot.png);
        writeFileSync(files.words, shot.words);
      }
      const name = `docs/images/${scene.name}.png`;
      tick(name, fault && `is not current: ${fault}. Run "npm run screenshots".`, startedAt);
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
