import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchChromium } from "./chromium";
import { requirePage } from "./page";

/** How a page is opened. */
export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** Whether the system has colors of its own: a contrast theme. */
  readonly forcedColors?: "active";
  /** Where it is: `America/New_York`. */
  readonly timezoneId?: string;
}

/** An answer that the page itself tells a person: nothing went wrong in it. */
const TOLD = /^Failed to load resource: the server responded with a status of (?:409|422) /;

/**
 * A browser for the tests of a file. A test fails when a page that it opened throws, writes an
 * error to its console, or asks anyone but its own server for something.
 *
 * @returns opens an address in it; what a test opened is closed after it
 */
export function useBrowser(): (url: string, options?: PageOptions) => Promise<Page> {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    requirePage();
    browser = await launchChromium();
  });

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });

  afterAll(() => browser?.close());

  return async (url, options = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: "light",
      ...options,
      reducedMotion: "reduce",
    });
    contexts.push(context);
    // Only Jest ends a test that waits: a busy machine is no fault.
    context.setDefaultTimeout(0);
    const { origin } = new URL(url);
    context.on("weberror", (thrown) => void faults.push(`${thrown.error().stack}`));
    context.on("console", (message) => {
      if (message.type() === "error" && !TOLD.test(message.text())) {
        faults.push(`${message.text()} (${message.location().url})`);
      }
    });
    context.on("request", (request) => {
      const asked = new URL(request.url());
      if (/^https?:$/.test(asked.protocol) && asked.origin !== origin) {
        faults.push(`${request.method()} ${asked} is asked of somebody else.`);
      }
    });
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
}
