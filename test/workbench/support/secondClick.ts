import type { Locator } from "playwright-core";

/** Clicks as the second click of a double one does, which may meet what the first has changed. */
export async function clickSecond(target: Locator): Promise<void> {
  const { mouse } = target.page();
  await target.hover();
  await mouse.down({ clickCount: 2 });
  await mouse.up({ clickCount: 2 });
}
