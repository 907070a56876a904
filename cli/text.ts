import { Help } from "commander";
import stringWidth from "string-width";

/**
 * Text from elsewhere, made safe for a terminal: control characters, which could move the cursor
 * or change colours, become spaces. Invisible ones, which could turn the direction of what follows
 * or hide a part of it, go; what joins emojis to one stays.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[^\P{Cf}\u200d]/gu, "");
}

/** The same on one line, cut when it is wider than that. */
export function oneLine(text: string, widest: number): string {
  return cut(printable(text).replace(/\s+/g, " ").trim(), widest);
}

/** How many columns a text takes: a Chinese character takes two, a colour none. */
export const widthOf = (text: string): number => stringWidth(text);

/** What people see as one character, such as a flag, is never cut in two. */
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text without colours, cut with a mark at the end when it is wider than that; of 0, nothing. */
export function cut(text: string, widest: number): string {
  if (widthOf(text) <= widest) {
    return text;
  }
  if (widest < 1) {
    return "";
  }
  let shown = "";
  let left = widest - 1;
  for (const { segment } of characters.segment(text)) {
    left -= widthOf(segment);
    if (left < 0) {
      break;
    }
    shown += segment;
  }
  return `${shown}…`;
}

/** Fills a text up with spaces on the right. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

const help = Object.assign(new Help(), { displayWidth: widthOf });

/** A text as lines that are no wider than that, broken at spaces. */
export function wrapped(text: string, width: number): string[] {
  return help.boxWrap(text, width).split("\n");
}

/**
 * How wide a terminal is: as wide as it says or, without a terminal, as `COLUMNS` says. A file or a
 * pipe has no end.
 */
export function screenWidth(
  { columns }: { readonly columns?: number } = process.stdout,
  { COLUMNS }: Readonly<Record<string, string | undefined>> = process.env,
): number {
  return columns || Number(COLUMNS) || Number.POSITIVE_INFINITY;
}
