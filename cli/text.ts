/**
 * Text from elsewhere, made safe for a terminal: control characters, which could move the cursor
 * or change colours, become spaces.
 */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n]/gu, " ");
}

/** The same on one line, cut when it is longer than that. */
export function oneLine(text: string, longest: number): string {
  const line = printable(text).replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** A number with its noun: `1 ticket`, `1,150 tickets`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : `${noun}s`}`;
}
