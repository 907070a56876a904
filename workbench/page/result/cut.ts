import { counted } from "../../../cli/counted";

/** The most characters of one text that are shown: with many more, a page stands still. */
const LONGEST = 100_000;

/**
 * The most characters of a text in the page's own font: it takes many seconds for long ones that
 * have no blanks. The font for code does not.
 */
export const LONGEST_PROSE = 2_000;

/**
 * A text, or the beginning of a very long one.
 *
 * @param rest says where the rest is
 */
export function cut(text: string, rest = ": the download has them"): string {
  return text.length > LONGEST
    ? `${text.slice(0, LONGEST)}… (${counted(text.length, "character")} in all${rest})`
    : text;
}

/** A value as JSON to read: very long texts are cut. */
export function jsonToRead(value: unknown): string {
  const json = JSON.stringify(
    value,
    (_key, inner: unknown) => (typeof inner === "string" ? cut(inner) : inner),
    2,
  );
  return json ?? "";
}
