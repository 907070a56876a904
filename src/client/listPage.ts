import { PLAIN_CURSORS } from "./cursors";
import { isObject } from "./json";

/** What Gorgias answers to a list: a page and the cursors to its neighbours. */
export interface ListPage<Item> {
  readonly object: "list";
  readonly uri: string;
  readonly data: Item[];
  readonly meta: { readonly prev_cursor: string | null; readonly next_cursor: string | null };
}

/**
 * The page that an answer is; undefined for what is no list. What its items look like is for Gorgias
 * to say. What says nothing of cursors has none, and what has others says them as lists do.
 */
export function listPageOf<Item>(
  body: unknown,
  path: string,
  cursors = PLAIN_CURSORS,
): ListPage<Item> | undefined {
  if (!isObject(body) || !Array.isArray(body.data)) {
    return undefined;
  }
  const meta = body.meta ?? { prev_cursor: null, next_cursor: null };
  if (!isObject(meta)) {
    return undefined;
  }
  const { prev, next } = cursors.in(meta);
  // Something else would look like the end of the list.
  if (!isCursor(prev) || !isCursor(next)) {
    return undefined;
  }
  if (cursors === PLAIN_CURSORS) {
    return { ...body, meta } as unknown as ListPage<Item>;
  }
  return {
    object: "list",
    uri: `/api${path}`,
    ...body,
    data: body.data,
    meta: { ...meta, prev_cursor: prev || null, next_cursor: next || null },
  };
}

/** The last page has null there; some lists leave it out, or have an empty text. */
function isCursor(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === "string";
}
