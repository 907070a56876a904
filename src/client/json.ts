/** A JSON object whose values nobody has looked at yet. */
export type JsonObject = Record<string, unknown>;

/** Tells a JSON object from everything else that JSON can hold. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** How much of a text is shown before and after a place in it. */
const AROUND = 40;

/** The text around the place where it stops being JSON. */
export function aroundFault(text: string): string {
  const place = faultIn(text);
  const from = Math.max(0, place - AROUND);
  const to = Math.min(text.length, place + AROUND);
  const shown = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${shown}${to < text.length ? "…" : ""}`;
}

/** Where a text stops being JSON: as far as the words of Node's own error tell. */
function faultIn(text: string): number {
  const message = problemOf(text);
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) {
    return Number(position);
  }
  // Unexpected token 'N', ..."{"score":NaN}}],"me"... is not valid JSON
  const [, token = "", quoted] =
    /^Unexpected token '(.+?)', (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ??
    [];
  return quoted === undefined
    ? text.length
    : text.indexOf(token, text.indexOf(quoted) + Math.max(0, quoted.length / 2 - 1));
}

function problemOf(text: string): string {
  try {
    JSON.parse(text);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
