import { parsed } from "../../../src/fields/jsonText";

/** The longest list that stands on one line. */
const LONGEST_LINE = 80;

/** A text in TypeScript, in the quotes that it has fewer of. */
export function textLiteral(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  const count = (quote: string) => text.split(quote).length;
  if (count('"') <= count("'")) {
    return `"${inner}"`;
  }
  const others = inner.replace(/\\.|'/gs, (sign) =>
    sign === '\\"' ? '"' : sign === "'" ? "\\'" : sign,
  );
  return `'${others}'`;
}

/** JSON in TypeScript: as it was written, where TypeScript reads the same. */
export function jsonLiteral(text: string): string {
  return isCode(text) ? `JSON.stringify(${text.trim()})` : textLiteral(text);
}

/** Whether a text is an object or a list in JSON, and means the same in TypeScript. */
function isCode(text: string): boolean {
  try {
    const value = parsed(text, "");
    return typeof value === "object" && value !== null && !text.includes("__proto__");
  } catch {
    return false;
  }
}

/** A list, on one line where it fits. */
export function listLiteral(items: readonly string[]): string {
  const line = `[${items.join(", ")}]`;
  return line.length > LONGEST_LINE || line.includes("\n") ? `[\n${lines(items)}]` : line;
}

/** An object, each of its fields on a line. */
export function objectLiteral(fields: readonly string[]): string {
  return `{\n${lines(fields)}}`;
}

/** Each with a comma behind it. No literal has a line break within quotes. */
function lines(parts: readonly string[]): string {
  return parts.map((part) => `  ${part.replaceAll("\n", "\n  ")},\n`).join("");
}
