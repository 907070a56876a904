import type { Page } from "playwright-core";

/** When the pictures are taken, as the browser and the made-up account believe. */
export const NOW = new Date("2026-03-02T09:30:00Z");

/**
 * What differs from one run to the next, and what a picture shows in its place: how long something
 * took and when it began, how many requests the pick lists made while somebody typed, and the name
 * that the server makes up for a run. Everything else is the same in every run.
 */
const VARYING: readonly (readonly [varying: RegExp, shown: string])[] = [
  [/\b\d+(?:\.\d+)? ms\b/g, "12 ms"],
  [/\b\d+(?:\.\d+)? (s|seconds)\b/g, "0.1 $1"],
  [/\b\d{1,2}:\d{2}:\d{2}\b/g, "09:30:00"],
  [/\b\d+ of 40\b/g, "3 of 40"],
  [/\bapi\/runs\/[\w-]+/g, "api/runs/1"],
];

/** A text with what is shown in the place of what varies. */
export function steadied(text: string): string {
  return VARYING.reduce((before, [varying, shown]) => before.replace(varying, shown), text);
}

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
    // The bar beside its words.
    for (const bar of document.querySelectorAll<HTMLElement>("[role=meter] > *")) {
      bar.style.setProperty("--progress-section-size", "7.5%");
    }
  }, rules);
}
