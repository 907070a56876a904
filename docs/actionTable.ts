import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import type { ActionGroup } from "../src/actions/action";
import { blocks, slug, table } from "./markdown";

/** Where a page has the table: what stands between the two lines is replaced. */
const BEGIN =
  "<!-- biome-ignore-start format: made from the component by `npm run docs`; changes made here get lost -->";
const END = "<!-- biome-ignore-end format: end of what is made -->";

/** What a flow can do, a row for each kind of object, and how it can start. */
export function actionTable(
  triggers: NonNullable<Component["triggers"]>,
  groups: readonly ActionGroup[],
): string {
  return table(
    ["Works on", "Actions and triggers"],
    [
      ["Flows that start", links(Object.values(triggers).map(({ display }) => display.label))],
      ...groups.map(({ title, actions }) => [
        title,
        links(Object.values(actions).map(({ label }) => label)),
      ]),
    ],
  );
}

/** Labels, each with a link to where the reference explains it. */
function links(labels: readonly string[]): string {
  return labels.map((label) => `[${label}](docs/reference.md#${slug(label)})`).join(", ");
}

/**
 * A page with the table as it should be.
 *
 * @throws Error for a page that has no place for it
 */
export function withActionTable(page: string, ...of: Parameters<typeof actionTable>): string {
  const [before, rest = ""] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) {
    throw new Error(`The page has no place for a table of all actions: ${BEGIN} … ${END}.`);
  }
  return `${before}${blocks(BEGIN, actionTable(...of), END)}${after}`;
}
