import type { Content } from "./content";
import { type FailureDetails, GorgiasError } from "./errors";
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
const LARGEST_PAGE = 100;

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

/** A page, and how often it was asked for until it came. */
interface Asked<Item> {
  readonly page: ListPage<Item>;
  readonly attempts: number;
}

async function ask<Item>(client: GorgiasClient, list: ListSpec): Promise<Asked<Item>> {
  const { path, query, content } = list;
  const method = methodOf(list);
  const { body, status, attempts } = await client.send({
    method,
    path,
    query,
    content,
    isRead: true,
  });
  if (!isListPage<Item>(body)) {
    throw failure(list, "Gorgias answered with something other than a list.", { status, attempts });
  }
  return { page: body, attempts };
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
  details: Omit<FailureDetails, "request">,
): GorgiasError {
  const request = `${methodOf(list)} /api${list.path}`;
  return new GorgiasError(`${request}: ${problem}`, { request, ...details });
}

/**
 * Reads a list page by page until its end. A page is fetched when it is asked for, so memory
 * holds one at a time.
 *
 * @param from the cursor to start at, to go on where an earlier read ended
 * @throws GorgiasError when Gorgias hands out a cursor a second time
 */
export async function* pages<Item>(
  client: GorgiasClient,
  { pageSize = LARGEST_PAGE, ...list }: ListSpec,
  from?: string,
): AsyncGenerator<ListPage<Item>, void> {
  const seen = new Set(from === undefined ? [] : [from]);
  for (let cursor: string | null | undefined = from; cursor !== null; ) {
    const query: ListSpec["query"] = { ...list.query, limit: pageSize, cursor };
    const { page, attempts }: Asked<Item> = await ask<Item>(client, { ...list, query });
    yield page;
    cursor = page.meta.next_cursor;
    if (cursor !== null && seen.has(cursor)) {
      throw failure(
        list,
        "Gorgias handed out the same page twice; the list was read up to there and no further.",
        { attempts },
      );
    }
    if (cursor !== null) {
      seen.add(cursor);
    }
  }
}

/**
 * Reads a whole list into one page, and reports to the log while it goes.
 *
 * @returns the envelope of a page, with every item and without cursors
 */
export async function fetchAll<Item>(
  client: GorgiasClient,
  list: ListSpec,
): Promise<ListPage<Item>> {
  const data: Item[] = [];
  let uri = `/api${list.path}`;
  let count = 0;
  for await (const page of pages<Item>(client, list)) {
    uri = count === 0 ? page.uri : uri;
    count += 1;
    for (const item of page.data) {
      data.push(item);
    }
    if (count % PAGES_PER_REPORT === 0) {
      client.logger.info(`Fetch All: ${data.length} items on ${count} pages so far.`);
    }
  }
  return { object: "list", uri, data, meta: { prev_cursor: null, next_cursor: null } };
}
