import type { Page } from "playwright-core";

/** Longer than anything shows for a while. */
const A_WHILE_MS = 10_000;

/**
 * Stops a page's clock, so that what shows for a while is there until it is looked at.
 *
 * @returns lets that while pass
 */
export async function stopClock(page: Page): Promise<() => Promise<void>> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + A_WHILE_MS);
  return () => page.clock.runFor(A_WHILE_MS);
}
