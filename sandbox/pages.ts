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

  private read(cursor: string, list: string): CursorContent {
    const [text = "", signature] = cursor.split(".");
    if (signature !== this.sign(text)) throw invalid("cursor", "Not a valid cursor.");
    const held = cursorContent.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
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
