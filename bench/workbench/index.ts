/**
 * Measures how fast the workbench's page opens and scrolls, against an empty page of the same
 * tools, and fails when it is slower than it may be: `npm run bench:workbench`.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadComponent } from "../../cli/bundle";
import { launchChromium } from "../../test/workbench/support/chromium";
import { startWorkbench } from "../../workbench/server";
import { Table } from "../table";
import { firstPaint } from "./firstPaint";
import { openBareList, openList, scrolling } from "./scrolling";
import { serveFolder } from "./serveFolder";

const WORKBENCH = path.join(__dirname, "..", "..", "workbench");

/** Made as the page is. */
function buildEmptyPage(): void {
  const vite = path.join(WORKBENCH, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "emptyPage", "--logLevel", "warn"];
  const { status } = spawnSync(process.execPath, args, { cwd: WORKBENCH, stdio: "inherit" });
  if (status !== 0) {
    throw new Error("The empty page could not be built.");
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { loosened: { type: "boolean", default: false } } });
  const table = new Table(values.loosened);
  process.exitCode = 1;
  buildEmptyPage();
  const empty = await serveFolder(path.join(WORKBENCH, "..", "build", "emptyPage"));
  const workbench = await startWorkbench({
    component: await loadComponent(() => {}),
    sandbox: { tickets: 10_000, rateLimit: false },
  });
  const browser = await launchChromium();
  try {
    table.head();
    for await (const row of firstPaint(browser, workbench.url, empty.url)) {
      table.add(row);
    }
    const lists = {
      long: await openList(browser, workbench.url, (page) =>
        page.getByRole("switch", { name: "Fetch All" }).press("Space"),
      ),
      short: await openList(browser, workbench.url, (page) =>
        page.getByRole("textbox", { name: "Limit", exact: true }).fill("100"),
      ),
      bare: await openBareList(browser, `${empty.url}#10000`),
    };
    for await (const row of scrolling(lists)) {
      table.add(row);
    }
  } finally {
    await browser.close();
    await workbench.close();
    await empty.close();
  }
  if (table.within) {
    process.exitCode = 0;
  }
}

void main();
