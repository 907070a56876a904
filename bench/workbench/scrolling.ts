import type { Page } from "../../test/workbench/support/chromium";
import { compare } from "../compare";
import type { Row } from "../table";

/** An odd number, so that the median is one of them. */
const RUNS = 7;

/** How often a list is moved on in a run, by a little less than it shows. */
const STEPS = 60;

/** A list that scrolls by itself, on a page that is open. */
export interface List {
  readonly page: Page;
  /** Its scrolling element, as a selector. */
  readonly scroller: string;
}

/**
 * What scrolling through an answer costs: against a short answer, and against a list of bare rows in
 * the same virtual list.
 */
export async function* scrolling(long: List, short: List, bare: List): AsyncGenerator<Row> {
  const costs = { long: [] as number[], short: [] as number[], bare: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    costs.bare.push(await costOf(bare));
    costs.short.push(await costOf(short));
    costs.long.push(await costOf(long));
  }
  const shared = { unit: "ms", digits: 1, connector: costs.long, of: (ms: number) => ms };
  yield compare({
    ...shared,
    name: "Scrolling 10,000 rows, one step",
    limit: 1.5,
    least: costs.short,
    leastName: "100 rows",
  });
  yield compare({
    ...shared,
    name: "Scrolling 10,000 rows, one step",
    limit: 5,
    least: costs.bare,
    leastName: "10,000 bare rows",
  });
}

/** @returns how long the page's main thread works for one step, in milliseconds */
async function costOf({ page, scroller }: List): Promise<number> {
  await page.bringToFront();
  const devtools = await page.context().newCDPSession(page);
  const workedMs = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  await devtools.send("Performance.enable");
  const before = await workedMs();
  await page.locator(scroller).evaluate(async (element, steps) => {
    element.scrollTop = 0;
    for (let step = 0; step < steps; step++) {
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      element.scrollTop = isAtEnd ? 0 : element.scrollTop + 0.9 * element.clientHeight;
      // Two frames: the list draws its rows in the first, and lays them out.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, STEPS);
  const cost = ((await workedMs()) - before) / STEPS;
  await devtools.detach();
  return cost;
}
