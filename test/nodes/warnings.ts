import { stripVTControlCharacters } from "node:util";

/** What programs write before they go on all the same. */
const WARNING = /\bwarn(?:ing)?\b|deprecat|\bexperimental\b/i;

/** The lines of a program's output that warn of something. */
export function warningsIn(output: string): string[] {
  return stripVTControlCharacters(output)
    .split("\n")
    .filter((line) => WARNING.test(line));
}
