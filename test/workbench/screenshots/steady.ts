import type { Page } from "playwright-core";

/** When the pictures are taken, as the browser and the made-up account believe. */
export const NOW = new Date("2026-03-02T09:30:00Z");

/**
 * What differs from one run to the next, and what a picture shows in its place: how long something
 * took, the time of day that it began, and the port of the sandbox. Everything else is the same in
 * every run.
 */
const VARYING: readonly (readonly [varying: RegExp, shown: string])[] = [
  [/\b\d+(?:\.\d+)? ms\b/, "12 ms"],
  [/\b\d+(?:\.\d+)? s\b/, "0.1 s"],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?\b/, "09:30:00"],
  [/\b127\.0\.0\.1:\d+/, "127.0.0.1:4000"],
];

/** Puts what is shown for it in the place of all that varies on a page. */
export async function steady(page: Page): Promise<void> {
  const rules = VARYING.map(([{ source }, shown]) => ({ source, shown }));
  await page.evaluate((all) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const before = node.nodeValue ?? "";
      const after = all.reduce(
        (text, { source, shown }) => text.replace(new RegExp(source, "g"), shown),
        before,
      );
      // A node that is set is seen as changed, by an editor for one.
      if (after !== before) {
        node.nodeValue = after;
      }
    }
  }, rules);
}
