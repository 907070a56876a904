import type { QueryValue } from "./http";
import type { JsonObject } from "./json";

/** How a list says where its neighbouring pages begin, and is asked for one. */
export interface Cursors {
  /** The cursors in an answer's `meta`; undefined or an empty text where there is none. */
  in(meta: JsonObject): { readonly prev: unknown; readonly next: unknown };
  /** What the query has for the page at a cursor. */
  query(cursor: string | undefined): Readonly<Record<string, QueryValue>>;
}

/** The cursors that nearly all lists have (docs/gorgias-api.md, "Lists"). */
export const PLAIN_CURSORS: Cursors = {
  in: ({ prev_cursor: prev, next_cursor: next }) => ({ prev, next }),
  query: (cursor) => ({ cursor }),
};

/**
 * The cursors of a view's items: relative addresses whose query asks for the page
 * (docs/gorgias-api.md, "Lists").
 *
 * @example "/api/views/1203/items/?direction=next&ignored_item=153006867&cursor=WyJuZXh0Il0="
 */
export const ADDRESS_CURSORS: Cursors = {
  in: ({ prev_items: prev, next_items: next }) => ({ prev, next }),
  query(cursor = "") {
    const [, search] = cursor.split("?");
    if (search === undefined) {
      return PLAIN_CURSORS.query(cursor || undefined);
    }
    const asked = new URLSearchParams(search);
    const names = ["direction", "ignored_item", "cursor"];
    return Object.fromEntries(names.map((name) => [name, asked.get(name) ?? undefined]));
  },
};
