import type { Browser, Page } from "../../test/workbench/support/chromium";
import { compare } from "../compare";
import type { Row } from "../table";

/** An odd number, so that the median is one of them. */
const RUNS = 7;

/** How often a list is moved on in a run, by a little less than it shows. */
const STEPS = 60;

/** The element that scrolls, in every list of react-virtuoso. */
const SCROLLER = "[data-virtuoso-scroller]";

/** How long the longest run may take. */
const PATIENCE_MS = 120_000;

/** Pages that each show a list. */
export interface Lists {
  readonly long: Page;
  readonly short: Page;
  /** Nothing but text, in the same virtual list. */
  readonly bare: Page;
}

/** Opens the workbench, lists tickets, and shows them as a table. */
export async function openList(
  browser: Browser,
  url: string,
  fillIn: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await openPage(browser, `${url}#/actions/listTickets`);
  await fillIn(page);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.locator(SCROLLER).waitFor({ timeout: PATIENCE_MS });
  return page;
}

/** Opens a page that shows a list by itself. */
export async function openBareList(browser: Browser, url: string): Promise<Page> {
  const page = await openPage(browser, url);
  await page.locator(SCROLLER).waitFor();
  return page;
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  return page;
}

/** What scrolling through an answer of 10,000 rows costs, against a short one and a bare list. */
export async function* scrolling({ long, short, bare }: Lists): AsyncGenerator<Row> {
  const costs = { long: [] as number[], short: [] as number[], bare: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    costs.bare.push(await costOf(bare));
    costs.short.push(await costOf(short));
    costs.long.push(await costOf(long));
  }
  const shared = { unit: "ms", digits: 1, connector: costs.long, of: (ms: number) => ms };
  yield compare({
    ...shared,
    name: "Scrolling 10,000 rows",
    limit: 1.5,
    least: costs.short,
    leastName: "100 rows, a step",
  });
  yield compare({
    ...shared,
    name: "Scrolling 10,000 rows",
    limit: 5,
    least: costs.bare,
    leastName: "bare rows, a step",
  });
}

/** @returns how long the page's main thread works for one step, in milliseconds */
async function costOf(page: Page): Promise<number> {
  await page.bringToFront();
  const devtools = await page.context().newCDPSession(page);
  const workedMs = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  await devtools.send("Performance.enable");
  const before = await workedMs();
  await page.locator(SCROLLER).evaluate(async (element, steps) => {
    element.scrollTop = 0;
    for (let step = 0; step < steps; step++) {
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      element.scrollTop = isAtEnd ? 0 : element.scrollTop + 0.9 * element.clientHeight;
      // Two frames: the list draws its rows in the first, and lays them out.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
  }, STEPS);
  const cost = ((await workedMs()) - before) / STEPS;
  await devtools.detach();
  return cost;
}
