import type { Content } from "./content";
import type { Delivered } from "./delivery";
import { GorgiasError } from "./errors";
import type { QueryValue } from "./http";
import type { GorgiasClient } from "./index";
import { isObject } from "./json";

/** What Gorgias answers to a list: a page and the cursors to its neighbours. */
export interface ListPage<Item> {
  readonly object: "list";
  readonly uri: string;
  readonly data: Item[];
  readonly meta: { readonly prev_cursor: string | null; readonly next_cursor: string | null };
}

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
  /** What is sent with each page where a list is asked for by POST. */
  readonly content?: Content;
  /** How many items a page has when all are read. @defaultValue {@link LARGEST_PAGE} */
  readonly pageSize?: number;
}

/** The most items that Gorgias puts on one page (docs/gorgias-api.md, "Lists"). */
export const LARGEST_PAGE = 100;

/** After how many pages a long read reports how far it is. */
const PAGES_PER_REPORT = 10;

/**
 * Reads one page.
 *
 * @throws GorgiasError when the answer is not a list
 */
export async function readPage<Item>(
  client: GorgiasClient,
  list: ListSpec,
): Promise<ListPage<Item>> {
  return (await ask<Item>(client, list)).page;
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
  const { body } = answer;
  if (!isListPage<Item>(body)) {
    const problem = "Gorgias answered with something other than a list.";
    throw failure(list, problem, progress, answer);
  }
  return { page: body, answer };
}

/** What its items look like is for Gorgias to say. */
function isListPage<Item>(body: unknown): body is ListPage<Item> {
  return isObject(body) && Array.isArray(body.data) && isObject(body.meta);
}

function methodOf({ content }: ListSpec): "GET" | "POST" {
  return content ? "POST" : "GET";
}

function failure(
  list: ListSpec,
  problem: string,
  progress: string,
  { status, attempts }: Delivered,
): GorgiasError {
  const request = `${methodOf(list)} /api${list.path}`;
  return new GorgiasError(`${request}: ${problem} ${progress}`.trim(), {
    request,
    status,
    attempts,
  });
}

/** How far a walk through a list has come. */
interface Place {
  /** Undefined at the front. */
  readonly cursor: string | undefined;
  /** What was read before it. */
  readonly pages: number;
  readonly items: number;
}

/** Reads the page at a place. */
type Ask<Item> = (list: ListSpec, place: Place) => Promise<Asked<Item>>;

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
  return walk<Item>(list, (page, place) => askAt(client, page, place), from);
}

async function* walk<Item>(
  { pageSize = LARGEST_PAGE, ...list }: ListSpec,
  askFor: Ask<Item>,
  from?: string,
): AsyncGenerator<ReadPage<Item>, void> {
  const seen = new Set<string>();
  let place: Place = { cursor: from, pages: 0, items: 0 };
  for (;;) {
    if (place.cursor !== undefined) {
      seen.add(place.cursor);
    }
    const query = { ...list.query, limit: pageSize, cursor: place.cursor };
    const { page, answer }: Asked<Item> = await askFor({ ...list, query }, place);
    const { data, uri, meta } = page;
    // The last page has null there; some lists leave it out, or have an empty text.
    const nextCursor = meta.next_cursor || null;
    yield { data, uri, nextCursor, answeredAt: answer.headers.date };
    if (nextCursor === null) {
      return;
    }
    place = { cursor: nextCursor, pages: place.pages + 1, items: place.items + data.length };
    if (seen.has(nextCursor)) {
      const problem =
        "Gorgias handed out the same page twice; the list was read up to there and no further.";
      throw failure(list, problem, progressOf(place), answer);
    }
  }
}

/** What an error says of the pages before it. */
function progressOf({ cursor, pages, items }: Place): string {
  return pages === 0
    ? ""
    : `This was page ${pages + 1} of the list, at the cursor ${cursor}, after ${items} items.`;
}

/** @throws ExpiredCursorError when Gorgias refuses the cursor */
async function askAt<Item>(
  client: GorgiasClient,
  list: ListSpec,
  place: Place,
): Promise<Asked<Item>> {
  try {
    return await ask<Item>(client, list, progressOf(place));
  } catch (error) {
    const isExpired =
      place.cursor !== undefined && error instanceof GorgiasError && error.status === 400;
    throw isExpired ? new ExpiredCursorError(error) : error;
  }
}

/** How long a page that failed for good is left alone before it is asked for once more. */
const PAUSE_MS = 20_000;

/** How often a list is read again from its front because a cursor has expired. */
const MOST_WALKS = 10;

/**
 * Reads a whole list into one page, and reports to the log while it goes. A page that fails is
 * asked for once more after a pause. When a cursor expires, the list is read again from its front,
 * and what is there already is left out.
 *
 * @returns the envelope of a page, with every item and without cursors
 */
export async function fetchAll<Item>(
  client: GorgiasClient,
  list: ListSpec,
): Promise<ListPage<Item>> {
  const { logger } = client;
  const all = new Collection<Item>();
  let uri = `/api${list.path}`;
  for (let walks = 1; ; walks++) {
    const before = all.items.length;
    all.startAgain();
    try {
      let count = 0;
      for await (const page of walk<Item>(list, (page, place) => askTwice(client, page, place))) {
        uri = count === 0 ? page.uri : uri;
        count += 1;
        all.add(page.data);
        if (count % PAGES_PER_REPORT === 0) {
          logger.info(`Fetch All: ${all.items.length} items on ${count} pages so far.`);
        }
      }
      const meta = { prev_cursor: null, next_cursor: null };
      return { object: "list", uri, data: all.items, meta };
    } catch (error) {
      const isExpired = error instanceof ExpiredCursorError;
      if (!isExpired || walks === MOST_WALKS || all.items.length === before) {
        throw error;
      }
      logger.warn(
        `Fetch All: the cursor had expired after ${all.items.length} items. The list is read again from its front; what is there already is left out.`,
      );
    }
  }
}

/** Asks for a page, and once more where that can help: after a pause, and as often as before. */
async function askTwice<Item>(
  client: GorgiasClient,
  list: ListSpec,
  place: Place,
): Promise<Asked<Item>> {
  try {
    return await askAt<Item>(client, list, place);
  } catch (error) {
    const mayPass = error instanceof GorgiasError && error.mayPass;
    if (place.pages === 0 || !mayPass || !(await client.wait(PAUSE_MS))) {
      throw error;
    }
    client.logger.warn(`${error.message} It is asked for once more.`);
    return askAt<Item>(client, list, place);
  }
}

/** Items of a list that may be read several times: each comes in once. */
class Collection<Item> {
  readonly items: Item[] = [];
  #walks = 0;
  /** What came in before this walk: by ID where all items have one, otherwise as many as there were. */
  #known: Set<unknown> | undefined;
  #toSkip = 0;

  startAgain(): void {
    const ids = this.items.map(idOf);
    this.#known = ids.includes(undefined) ? undefined : new Set(ids);
    this.#toSkip = this.#known ? 0 : ids.length;
    this.#walks += 1;
  }

  add(page: readonly Item[]): void {
    for (const item of page) {
      if (this.#toSkip > 0) {
        this.#toSkip -= 1;
      } else if (this.#walks === 1 || !this.#known?.has(idOf(item))) {
        this.items.push(item);
      }
    }
  }
}

function idOf(item: unknown): unknown {
  return isObject(item) ? item.id : undefined;
}
