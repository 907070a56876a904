import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** What axe takes for a place of its own; and a list that is open, which belongs to its field. */
const PLACES = "dialog, [role=dialog], [role=alertdialog], svg, [role=listbox]";

const OPTIONS: RunOptions = {
  resultTypes: ["violations"],
  checks: { region: { options: { regionMatcher: PLACES } } },
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
    await page.evaluate(axe.source);
  }
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(OPTIONS)})`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary}`),
  );
}
