import type { JsonObject } from "../../client/json";
import { textIn } from "./htmlText";

/** What an agent writes, as text, as HTML or as both. */
export interface Written {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/**
 * The same by Gorgias' own names. HTML alone has its text beside it, which lists and searches show,
 * unless there is none in it: an image for one.
 */
export function bodiesOf({ text, html }: Written): JsonObject {
  return { body_text: text ?? (textIn(html ?? "") || undefined), body_html: html };
}

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
