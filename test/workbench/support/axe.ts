import axe, { type AxeResults, type Spec } from "axe-core";
import type { Page } from "playwright-core";

/** What counts as a place of its own; a list that is open does too, as it belongs to its field. */
const PLACES: Spec = {
  checks: [
    {
      id: "region",
      options: { regionMatcher: "dialog, [role=dialog], [role=alertdialog], svg, [role=listbox]" },
    },
  ],
};

/**
 * What keeps people from using a page, by axe's own judgement.
 *
 * @param part what of the page is looked at
 * @returns a line for each finding, the smallest too, with the element: none where all is well
 */
export async function barriersOn(page: Page, part = "html"): Promise<readonly string[]> {
  // As a text: the page knows axe by this name alone. Once is enough for a page.
  if (!(await page.evaluate<boolean>('"axe" in window'))) {
    await page.evaluate(`${axe.source}; axe.configure(${JSON.stringify(PLACES)});`);
  }
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, { resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary}`),
  );
}
