import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { invalid } from "./problem";
import { type Position, SortedIndex } from "./shop/sortedIndex";

/** The envelope of every list, as in `test/schemas/recorded/list-tickets.json`. */
export interface Page {
  object: "list";
  uri: string;
  data: unknown[];
  meta: { prev_cursor: string | null; next_cursor: string | null; total_resources?: null };
}

/** What a request says about the page that it wants. */
export interface PageQuery {
  cursor?: string | undefined;
  limit: number;
  order_by: string;
}

/** What a request says about the page of a view's items that it wants. */
export interface ItemsQuery extends PageQuery {
  direction: "next" | "prev";
  ignored_item?: number | undefined;
}

/** A page of a view's items, as in `test/schemas/recorded/list-view-items.json`. */
export interface ItemsPage {
  data: unknown[];
  meta: { next_items: string | null; prev_items: string | null; current_cursor: string | null };
}

/** Which records of an order are listed, and what each looks like. */
export interface Listing<T extends { id: number }> {
  records: SortedIndex<T>;
  where?: (record: T) => boolean;
  shape: (record: T) => unknown;
  /** Whether the page speaks of a total, which is null in every recorded answer. */
  hasTotal?: boolean | undefined;
}

/** What a cursor says; it is signed, and opaque to clients. */
const cursorContent = z.object({
  list: z.string(),
  forward: z.boolean(),
  key: z.union([z.number(), z.string()]),
  id: z.number(),
  expires: z.number(),
});
type CursorContent = z.output<typeof cursorContent>;

/**
 * Cuts lists into pages. A cursor says where the page before ended (sort key and id, not a
 * count), so records that come, go or move while pages are read shift nobody else's place.
 */
export class Pages {
  private readonly secret = randomBytes(16);

  constructor(
    private readonly now: () => number,
    private readonly cursorLifetimeMs: number,
  ) {}

  /** The page of a listing that a query asks for. */
  answer<T extends { id: number }>(url: string, query: PageQuery, listing: Listing<T>): Page {
    const { records, where = () => true, shape, hasTotal = false } = listing;
    const list = `${url.split("?", 1)[0]} ${query.order_by}`;
    const from = query.cursor === undefined ? undefined : this.read(query.cursor, list);
    const forward = from?.forward ?? true;
    const ascending = query.order_by.endsWith(":asc") === forward;
    const candidates = ascending ? records.ascending(from) : records.descending(from);

    const found: T[] = [];
    for (const record of candidates) {
      if (where(record)) found.push(record);
      if (found.length > query.limit) break;
    }
    const more = found.length > query.limit;
    const page = found.slice(0, query.limit);
    if (!forward) page.reverse();

    const cursor = (record: T | undefined, onward: boolean, wanted: boolean) =>
      record === undefined || !wanted ? null : this.write(list, onward, records.positionOf(record));
    return {
      object: "list",
      uri: url,
      data: page.map(shape),
      meta: {
        prev_cursor: cursor(page[0], false, forward ? from !== undefined : more),
        next_cursor: cursor(page.at(-1), true, forward ? more : true),
        ...(hasTotal && { total_resources: null }),
      },
    };
  }

  /**
   * The page of a view's items that a query asks for. A cursor stands at an item and includes it:
   * whoever goes on from there says, as the addresses do, that this item is to be ignored.
   */
  items<T extends { id: number }>(path: string, query: ItemsQuery, listing: Listing<T>): ItemsPage {
    const { records, where = () => true, shape } = listing;
    const list = `${path} ${query.order_by}`;
    const { cursor = null } = query;
    const from = cursor === null ? undefined : this.read(cursor, list);
    const forward = query.direction === "next";
    const ascending = query.order_by.endsWith(":asc") === forward;
    const at = from && { key: from.key, id: from.id + (ascending ? -0.5 : 0.5) };

    const found: T[] = [];
    for (const record of ascending ? records.ascending(at) : records.descending(at)) {
      if (record.id !== query.ignored_item && where(record)) found.push(record);
      if (found.length > query.limit) break;
    }
    const more = found.length > query.limit;
    const page = found.slice(0, query.limit);
    if (!forward) page.reverse();

    const address = (item: T | undefined, direction: "next" | "prev", wanted: boolean) => {
      if (item === undefined || !wanted) return null;
      const position = this.write(list, direction === "next", records.positionOf(item));
      return `${path}?direction=${direction}&ignored_item=${item.id}&cursor=${position}`;
    };
    return {
      data: page.map(shape),
      meta: {
        next_items: address(page.at(-1), "next", forward ? more : from !== undefined),
        prev_items: address(page[0], "prev", forward ? from !== undefined : more),
        current_cursor: cursor,
      },
    };
  }

  /** The order that a cursor of a view's items was handed out for. */
  orderOf(cursor: string): string {
    return this.contentOf(cursor).list.split(" ").at(-1) ?? "";
  }

  /** Pages of rows that were computed for this request, and have no id but their place. */
  rows<T>(url: string, query: Omit<PageQuery, "order_by">, rows: readonly T[]): Page {
    const numbered = rows.map((row, index) => ({ id: index + 1, row }));
    return this.answer(
      url,
      { ...query, order_by: "row:asc" },
      { records: new SortedIndex(({ id }) => id, numbered), shape: ({ row }) => row },
    );
  }

  private write(list: string, forward: boolean, { key, id }: Position): string {
    const expires = this.now() + this.cursorLifetimeMs;
    const held = JSON.stringify({ list, forward, key, id, expires } satisfies CursorContent);
    const text = Buffer.from(held).toString("base64url");
    return `${text}.${this.sign(text)}`;
  }

  private contentOf(cursor: string): CursorContent {
    const [text = "", signature] = cursor.split(".");
    if (signature !== this.sign(text)) throw invalid("cursor", "Not a valid cursor.");
    return cursorContent.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  }

  private read(cursor: string, list: string): CursorContent {
    const held = this.contentOf(cursor);
    if (held.list !== list) {
      throw invalid("cursor", "This cursor belongs to another list or order.");
    }
    if (held.expires <= this.now()) throw invalid("cursor", "This cursor has expired.");
    return held;
  }

  private sign(text: string): string {
    return createHmac("sha256", this.secret).update(text).digest("base64url").slice(0, 16);
  }
}
