import type { QueryValue } from "./http";
import type { JsonObject } from "./json";

/** How a list says where its neighbouring pages begin, and is asked for one. */
export interface Cursors {
  /** What in a query says where a page begins. */
  readonly names: readonly string[];
  /** The cursors in an answer's `meta`; undefined or an empty text where there is none. */
  in(meta: JsonObject): { readonly prev: unknown; readonly next: unknown };
  /** What the query has for the page at a cursor. */
  query(cursor: string | undefined): Readonly<Record<string, QueryValue>>;
}

/** The cursors that nearly all lists have (docs/gorgias-api.md, "Lists"). */
export const PLAIN_CURSORS: Cursors = {
  names: ["cursor"],
  in: ({ prev_cursor: prev, next_cursor: next }) => ({ prev, next }),
  query: (cursor) => ({ cursor }),
};

/**
 * The cursors of a view's items: relative addresses whose query asks for the page
 * (docs/gorgias-api.md, "Lists"). The `cursor` of one alone will do as well, and
 * so will the cursors of other lists where there are no such addresses.
 *
 * @example "/api/views/900209/items/?direction=next&ignored_item=153006867&cursor=WyJuZXh0Il0="
 */
export const ADDRESS_CURSORS: Cursors = {
  names: ["direction", "ignored_item", "cursor"],
  in: ({ prev_items, next_items, prev_cursor, next_cursor }) => ({
    prev: prev_items ?? prev_cursor,
    next: next_items ?? next_cursor,
  }),
  query(cursor = "") {
    const [, search] = cursor.split("?");
    if (search === undefined) {
      return PLAIN_CURSORS.query(cursor || undefined);
    }
    const asked = parametersIn(search);
    return Object.fromEntries(this.names.map((name) => [name, asked.get(name) ?? undefined]));
  },
};

/** The address of a view's page, taken apart. */
export interface ItemsAddress {
  readonly viewId: number;
  readonly cursor: string;
}

/**
 * Takes the address of a page of a view's items apart.
 *
 * @returns undefined for any other address, and for one of another host than Gorgias' own
 */
export function itemsAddressOf(address: string): ItemsAddress | undefined {
  const base = "https://any.gorgias.com";
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  const [, viewId] = /^\/api\/views\/(\d{1,15})\/items\/?$/.exec(url?.pathname ?? "") ?? [];
  const isOurs = url !== undefined && /^https:\/\/[^.]+\.gorgias\.com$/.test(url.origin);
  const cursor = parametersIn(url?.search ?? "").get("cursor");
  return isOurs && viewId && cursor ? { viewId: Number(viewId), cursor } : undefined;
}

/** A plus is one: cursors have no spaces. */
function parametersIn(search: string): URLSearchParams {
  return new URLSearchParams(search.replaceAll("+", "%2B"));
}
