import type { Content } from "./content";
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

/** The most items that Gorgias puts on one page (gorgias-api notes, "Lists"). */
const LARGEST_PAGE = 100;

/** After how many pages a long read reports how far it is. */
const PAGES_PER_REPORT = 10;

/**
 * Reads one page.
 *
 * @throws GorgiasError when the answer is no list
 */
export async function readPage<Item>(
  client: GorgiasClient,
  { path, query, content }: ListSpec,
): Promise<ListPage<Item>> {
  const method = content ? "POST" : "GET";
  const { body, status } = await client.send({ method, path, query, content });
  if (!isObject(body) || !Array.isArray(body.data) || !isObject(body.meta)) {
    throw new GorgiasError(
      `${method} /api${path}: Gorgias answered with something else than a list.`,
      {
        request: `${method} /api${path}`,
        status,
        attempts: 1,
      },
    );
  }
  return body as unknown as ListPage<Item>;
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
  const seen = new Set<string>();
  for (let cursor: string | null | undefined = from; cursor !== null; ) {
    const page: ListPage<Item> = await readPage(client, {
      ...list,
      query: { ...list.query, limit: pageSize, cursor },
    });
    yield page;
    cursor = page.meta.next_cursor;
    if (cursor !== null && (seen.has(cursor) || cursor === from)) {
      throw new GorgiasError(
        `GET /api${list.path}: Gorgias handed out the same page twice; the list was read up to there and no further.`,
        { request: `GET /api${list.path}`, attempts: seen.size + 1 },
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
