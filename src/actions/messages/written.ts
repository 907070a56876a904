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
