/** How far back a cut looks for a place between words, so that no name or ID is cut in two. */
const FURTHEST_BACK = 200;

/**
 * The beginning of a text: it ends between two words where there is such a place, and never within
 * a character.
 *
 * @param longest how long it may be, in JavaScript's characters
 * @returns the text itself when it is no longer than that
 */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(longest - 1));
  const start = text.slice(0, isSplit ? longest - 1 : longest);
  if (!/[\w-]/.test(text.charAt(start.length))) {
    return start;
  }
  const word = /[\w-]*$/.exec(start.slice(-FURTHEST_BACK))?.[0].length ?? 0;
  return word < Math.min(FURTHEST_BACK, start.length) ? start.slice(0, start.length - word) : start;
}

/** A number as people read it: 142,000. */
export function counted(count: number): string {
  return count.toLocaleString("en-US");
}
