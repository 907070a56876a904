import type { JsonObject } from "../../client/json";

/** What an agent writes, as text, as HTML or as both. */
export interface Written {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/** The same by Gorgias' own names. HTML alone has its text beside it, which lists and searches show. */
export function bodiesOf({ text, html }: Written): JsonObject {
  return { body_text: text ?? (html === undefined ? undefined : textIn(html)), body_html: html };
}

/** What begins on a line of its own, or ends one. */
const BLOCK =
  /<br\b[^>]*>|<\/(?:p|div|li|tr|table|ul|ol|blockquote|pre|h[1-6])\s*>|<(?:ul|ol|table|hr)\b[^>]*>/gi;

/** What nobody reads. */
const HIDDEN = /<!--[\s\S]*?-->|<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi;

/** What HTML writes another way, and what is left alone: a template between two braces. */
const NOT_HTML = /\{\{[^{}]*\}\}|\r?\n|[&<>]/g;

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Some text as HTML that reads the same. */
export function htmlOf(text: string): string {
  const html = text.replace(NOT_HTML, (one) =>
    one.endsWith("\n") ? "<br>" : (ESCAPES[one] ?? one),
  );
  return `<div>${html}</div>`;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};

/** What a person reads of some HTML. */
export function textIn(html: string): string {
  return html
    .replace(HIDDEN, "")
    .replace(/\s+/g, " ")
    .replace(BLOCK, "\n")
    .replace(/<\/?[a-z!][^>]*>/gi, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, character)
    .replace(/[^\S\n]*\n[^\S\n]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function character(whole: string, decimal = "", hex = "", name = ""): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hex || "0", 16);
  const isOne = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isOne ? String.fromCodePoint(code) : (NAMED[name.toLowerCase()] ?? whole);
}
