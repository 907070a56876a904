import type { ActionGroup } from "../src/actions/action";
import { endpointOf } from "../src/actions/route";
import { blocks, code, slug, table } from "./markdown";

/** Where a page has the table: what stands between the two lines is replaced. */
const BEGIN =
  "<!-- biome-ignore-start format: made from the component by `npm run docs`; changes made here get lost -->";
const END = "<!-- biome-ignore-end format: end of what is made -->";

/** A table of all actions: what each is called, what flows call it, and its endpoint. */
export function actionTable(groups: readonly ActionGroup[]): string {
  const rows = groups.flatMap(({ title, actions }) =>
    Object.entries(actions).map(([key, { label, route }], index) => [
      index === 0 ? title : "",
      `[${label}](docs/reference.md#${slug(label)})`,
      code(key),
      route ? code(endpointOf(route)) : "any",
    ]),
  );
  return table(["Works on", "Action", "Key", "Endpoint"], rows);
}

/**
 * A page with the table as it should be.
 *
 * @throws Error for a page that has no place for it
 */
export function withActionTable(page: string, groups: readonly ActionGroup[]): string {
  const [before, rest = ""] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) {
    throw new Error(`The page has no place for a table of all actions: ${BEGIN} … ${END}.`);
  }
  return `${before}${blocks(BEGIN, actionTable(groups), END)}${after}`;
}
