/** What nobody sees: spaces of every kind, zero-width ones, soft hyphens, byte order and direction marks. */
const INVISIBLE = /^[\s\p{Cf}]$/u;

/**
 * A text without what nobody sees around it, which comes along when it is copied from a page or a
 * spreadsheet.
 */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && INVISIBLE.test(text.charAt(from))) {
    from += 1;
  }
  while (to > from && INVISIBLE.test(text.charAt(to - 1))) {
    to -= 1;
  }
  return text.slice(from, to);
}

/** The same, and without soft hyphens and the like within it, for what can have none. */
export function visible(text: string): string {
  return trimmed(text).replace(/\p{Cf}/gu, "");
}
