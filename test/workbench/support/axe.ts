import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/**
 * What keeps people from using a page, by axe's own judgement.
 *
 * @returns a line for each serious or critical finding, with the element: none where all is well
 */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // As a text: the page knows axe by this name alone.
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run({ resultTypes: ["violations"] })',
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary}`),
    );
}
