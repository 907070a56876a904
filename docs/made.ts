import { blocks } from "./markdown";

/** Where a page has what is made: what stands between the two lines is replaced. */
const BEGIN =
  "<!-- biome-ignore-start format: made from the component by `npm run docs`; changes made here get lost -->";
const END = "<!-- biome-ignore-end format: end of what is made -->";

/**
 * A page with what is made for it as it should be.
 *
 * @throws Error for a page that has no place for it
 */
export function withMade(page: string, made: string): string {
  const [before, rest = ""] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) {
    throw new Error(`The page has no place for what is made: ${BEGIN} … ${END}.`);
  }
  return `${before}${blocks(BEGIN, made, END)}${after}`;
}
