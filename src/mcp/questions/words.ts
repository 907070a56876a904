import { textIn } from "../../actions/messages/htmlText";
import type { JsonObject } from "../../client/json";

/**
 * What a message says, without the history that it quotes where Gorgias knows it
 * (docs/gorgias-api.md, "Messages").
 */
export function wordsOf(message: JsonObject): string {
  const { stripped_text, stripped_html, body_text, body_html } = message;
  const texts = [plain(stripped_text), html(stripped_html), plain(body_text), html(body_html)];
  for (const text of texts) {
    const words = text();
    if (words !== "") {
      return words;
    }
  }
  return "";
}

/** The beginning of a text, and how many characters of it are missing. */
export function beginning(text: string, most: number): { readonly text: string; more: number } {
  // No character is cut in half.
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  return text.length <= most
    ? { text, more: 0 }
    : { text: `${cut.trimEnd()}…`, more: text.length - cut.length };
}

const plain = (value: unknown) => () => (typeof value === "string" ? value.trim() : "");
const html = (value: unknown) => () => (typeof value === "string" ? textIn(value).trim() : "");
