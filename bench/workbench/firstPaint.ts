import type { Browser } from "../../test/workbench/support/chromium";
import { compare } from "../compare";
import { median } from "../median";
import type { Row } from "../table";

/** An odd number, so that the median is one of them. */
const RUNS = 11;

/** When a page showed its first text and its last part, in milliseconds since it was asked for. */
interface Opening {
  readonly paintedMs: number;
  readonly readyMs: number;
}

/** What opening the page costs, against an empty one, each in a browser that knows neither. */
export async function* firstPaint(
  browser: Browser,
  page: string,
  emptyPage: string,
): AsyncGenerator<Row> {
  const connector: Opening[] = [];
  const least: Opening[] = [];
  for (let run = 0; run < RUNS; run++) {
    least.push(await open(browser, emptyPage, "h1"));
    connector.push(await open(browser, page, "nav a"));
  }
  yield compare({
    name: "First paint",
    limit: 5,
    unit: "ms",
    digits: 0,
    connector,
    least,
    leastName: "an empty page",
    of: ({ paintedMs }) => paintedMs,
  });
  yield {
    name: "First paint, with all to choose from",
    measured: median(connector.map(({ paintedMs, readyMs }) => Math.max(paintedMs, readyMs))),
    unit: "ms",
    limit: 1000,
    detail: "the actions are listed on the left",
  };
}

/** @param part what is there when the page is ready, as a selector */
async function open(browser: Browser, url: string, part: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "commit" });
    return await page.evaluate(async (selector) => {
      while (!document.querySelector(selector)) {
        await new Promise(requestAnimationFrame);
      }
      await new Promise(requestAnimationFrame);
      const readyMs = performance.now();
      const paint = await new Promise<PerformanceEntry>((resolve) => {
        new PerformanceObserver((list) => {
          list.getEntriesByName("first-contentful-paint").forEach(resolve);
        }).observe({ type: "paint", buffered: true });
      });
      return { paintedMs: paint.startTime, readyMs };
    }, part);
  } finally {
    await context.close();
  }
}
