import type { Content } from "./content";
import { type Cursors, PLAIN_CURSORS } from "./cursors";
import type { Delivered } from "./delivery";
import { GorgiasError } from "./errors";
import type { QueryValue } from "./http";
import type { GorgiasClient } from "./index";
import { type ListPage, listPageOf } from "./listPage";

/** A page of a list that is read on, whatever its last cursor looked like. */
export interface ReadPage<Item> {
  readonly data: Item[];
  readonly uri: string;
  /** Where the next page begins; null at the end. */
  readonly nextCursor: string | null;
  /** The answer's `Date` header: Gorgias' own clock, to the second. */
  readonly answeredAt: string | undefined;
}

/** Gorgias no longer knows a cursor: it is too old, or not one of this list. */
export class ExpiredCursorError extends GorgiasError {
  constructor(error: GorgiasError) {
    super(error.message, error);
    this.name = "ExpiredCursorError";
  }
}

/** A list to read, without its cursor. */
export interface ListSpec {
  readonly path: string;
  /** Filters and order. They are sent again with each page, as Gorgias asks. */
  readonly query: Readonly<Record<string, QueryValue>>;
  /** What is sent with each page where a list is asked for with a body. */
  readonly content?: Content;
  /** @defaultValue GET, or POST with a body */
  readonly method?: "GET" | "POST" | "PUT" | undefined;
  /** @defaultValue {@link PLAIN_CURSORS} */
  readonly cursors?: Cursors | undefined;
  /** How many items a page has when all are read. @defaultValue {@link LARGEST_PAGE} */
  readonly pageSize?: number;
}

/** The most items that Gorgias puts on one page (docs/gorgias-api.md, "Lists"). */
export const LARGEST_PAGE = 100;

/**
 * Reads one page.
 *
 * @param cursor where it begins; undefined for the first one
 * @throws GorgiasError when the answer is not a list
 */
export async function readPage<Item>(
  client: GorgiasClient,
  list: ListSpec,
  cursor?: string,
): Promise<ListPage<Item>> {
  return (await ask<Item>(client, at(list, cursor))).page;
}

/** A list at one of its cursors. */
function at({ cursors = PLAIN_CURSORS, ...list }: ListSpec, cursor: string | undefined): ListSpec {
  return { ...list, cursors, query: { ...list.query, ...cursors.query(cursor) } };
}

/** A page, and the answer that it came in. */
interface Asked<Item> {
  readonly page: ListPage<Item>;
  readonly answer: Delivered;
}

/** @param progress how far a longer read had come, for the error */
async function ask<Item>(
  client: GorgiasClient,
  list: ListSpec,
  progress = "",
): Promise<Asked<Item>> {
  const { path, query, content } = list;
  const method = methodOf(list);
  const answer = await client.send({ method, path, query, content, isRead: true, progress });
  const page = listPageOf<Item>(answer.body, list.path, list.cursors);
  if (page === undefined) {
    const problem = "Gorgias answered with something other than a list.";
    throw failure(client, list, problem, progress, answer, true);
  }
  return { page, answer };
}

function methodOf({ method, content }: ListSpec): "GET" | "POST" | "PUT" {
  return method ?? (content ? "POST" : "GET");
}

/** What errors call the request for a page. */
export function requestOf(list: ListSpec): string {
  return `${methodOf(list)} /api${list.path}`;
}

function failure(
  { mask }: GorgiasClient,
  list: ListSpec,
  problem: string,
  progress: string,
  { status, attempts }: Delivered,
  mayPass = false,
): GorgiasError {
  const request = requestOf(list);
  return new GorgiasError(`${request}: ${problem} ${mask(progress)}`.trim(), {
    request,
    status,
    attempts,
    mayPass,
  });
}

/** How far a walk through a list has come. */
export interface Place {
  /** Undefined at the front. */
  readonly cursor: string | undefined;
  /** What was read before it. */
  readonly pages: number;
  readonly items: number;
}

/**
 * Reads a list page by page until its end. A page is fetched when it is asked for, so memory
 * holds one at a time.
 *
 * @param from the cursor to start at, to go on where an earlier read ended
 * @throws ExpiredCursorError when Gorgias refuses a cursor
 * @throws GorgiasError when a page fails, or Gorgias hands out a cursor a second time; it says how
 *   far the read had come
 */
export function pages<Item>(
  client: GorgiasClient,
  list: ListSpec,
  from?: string,
): AsyncGenerator<ReadPage<Item>, void> {
  return pagesFrom<Item>(client, list, { cursor: from, pages: 0, items: 0 });
}

/**
 * The same from somewhere in the list.
 *
 * @param progress what an error says of the pages before the one that failed
 */
export async function* pagesFrom<Item>(
  client: GorgiasClient,
  { pageSize = LARGEST_PAGE, ...list }: ListSpec,
  from: Place,
  progress: (place: Place) => string = progressOf,
): AsyncGenerator<ReadPage<Item>, void> {
  const seen = new Set([from.cursor]);
  let place = from;
  for (;;) {
    const query = { ...list.query, limit: pageSize };
    const { page, answer }: Asked<Item> = await askAt(
      client,
      at({ ...list, query }, place.cursor),
      place,
      progress(place),
    );
    const { data, uri, meta } = page;
    const nextCursor = meta.next_cursor || null;
    client.report(data.length);
    yield { data, uri, nextCursor, answeredAt: answer.headers.date };
    if (nextCursor === null) {
      return;
    }
    place = after(place, data.length, nextCursor);
    if (seen.has(nextCursor)) {
      const problem =
        "Gorgias handed out the same page twice; the list was read up to there and no further.";
      throw failure(client, list, problem, progress(place), answer);
    }
    seen.add(nextCursor);
  }
}

/** The place after a page. */
export function after({ pages, items }: Place, length: number, cursor: string): Place {
  return { cursor, pages: pages + 1, items: items + length };
}

/** What an error says of the pages before a place. */
export function progressOf({ cursor, pages, items }: Place): string {
  if (pages + items === 0) {
    return "";
  }
  const at = cursor === undefined ? "" : `, at the cursor ${cursor}`;
  return `This was page ${pages + 1} of the list${at}, after ${itemsIn(items)}.`;
}

/** A number of items in words. */
export function itemsIn(count: number): string {
  return `${count} ${count === 1 ? "item" : "items"}`;
}

/** @throws ExpiredCursorError when Gorgias refuses the cursor */
async function askAt<Item>(
  client: GorgiasClient,
  list: ListSpec,
  { cursor }: Place,
  progress: string,
): Promise<Asked<Item>> {
  try {
    return await ask<Item>(client, list, progress);
  } catch (error) {
    const isExpired =
      cursor !== undefined &&
      error instanceof GorgiasError &&
      [400, 404, 410].includes(error.status ?? 0);
    throw isExpired ? new ExpiredCursorError(error) : error;
  }
}
