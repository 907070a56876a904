import type { GorgiasClient } from "../client";
import { pages, type ReadPage } from "../client/pages";
import { type Instant, SECOND } from "../schemas/instant";
import type { Change, Feed, Followed } from "./feed";
import { WINDOW, windowStart } from "./mark";
import { inAnotherOrder, isOutOfOrder } from "./order";
import { recordsOf } from "./rows";

/** A page of a feed, with its records dated. */
export interface DatedPage {
  /** In the order of the list. */
  readonly changes: readonly Change[];
  /** Records that cannot be dated. */
  readonly undated: readonly Followed[];
  /** The dates that give the records their places, in the order of the list. */
  readonly places: readonly Instant[];
  /** Whether the records stand in another order than their dates say. */
  readonly isDisordered: boolean;
  /** Gorgias' clock when it answered; undefined where the answer does not say. */
  readonly clock: Instant | undefined;
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/**
 * How many records in a row must be older than a date before a list counts as read down to it.
 * Single ones can show a date from before their last change.
 */
const SETTLED = 5;

/** How many pages in a row may be out of order before the list is taken to be so. */
const MOST_DISORDERED = 10;

/** A page, and the cursor that it begins at: null at the front. */
export type PageAt = readonly [page: DatedPage, cursor: string | null];

/**
 * Reads a feed page by page. One that has to be read whole is a single page, put in order.
 *
 * @param from the cursor to start at; null for the front
 * @throws GorgiasError for a list that does not come in the feed's order
 */
export async function* datedPages(
  gorgias: GorgiasClient,
  feed: Feed,
  from: string | null,
): AsyncGenerator<PageAt> {
  const read = pages<Followed>(gorgias, feed.list, from ?? undefined);
  if (feed.isReadWhole) {
    yield [datedPage(feed, await wholeList(gorgias, feed, read)), null];
    return;
  }
  let cursor = from;
  let disordered = 0;
  for await (const one of read) {
    const page = datedPage(feed, recordsOf(gorgias, feed.list.path, one), cursor === null);
    disordered = page.isDisordered ? disordered + 1 : 0;
    if (disordered > MOST_DISORDERED) {
      throw inAnotherOrder(feed.list);
    }
    yield [page, cursor];
    cursor = one.nextCursor;
  }
}

/** A list as one page, what is newest first. What changes while it is read comes the next time. */
async function wholeList(
  gorgias: GorgiasClient,
  { list, dateOf }: Feed,
  read: AsyncIterable<ReadPage<Followed>>,
): Promise<ReadPage<Followed>> {
  const data: Followed[] = [];
  let first: ReadPage<Followed> | undefined;
  for await (const page of read) {
    first ??= page;
    data.push(...recordsOf(gorgias, list.path, page).data);
  }
  data.sort((a, b) => (dateOf(b) ?? 0) - (dateOf(a) ?? 0));
  return { uri: "", answeredAt: first?.answeredAt, data, nextCursor: null };
}

/**
 * @param isFirst whether the page is the list's first
 * @throws GorgiasError for a page that does not come in the feed's order
 */
export function datedPage(feed: Feed, page: ReadPage<Followed>, isFirst = false): DatedPage {
  const clock = clockOf(page.answeredAt);
  const changes: Change[] = [];
  const undated: Followed[] = [];
  for (const record of page.data) {
    const at = feed.dateOf(record);
    if (at === undefined) {
      undated.push(record);
    } else {
      changes.push({ record, at });
    }
  }
  return {
    changes,
    undated,
    places: page.data.map(feed.placeOf).filter((place) => place !== undefined),
    isDisordered: isOutOfOrder(
      feed,
      page.data,
      (clock ?? newestOf({ changes, clock })) - WINDOW,
      isFirst && page.nextCursor === null,
    ),
    clock,
    next: page.nextCursor,
  };
}

/** The header gives whole seconds, so that the clock may be up to one further. */
function clockOf(header: string | undefined): Instant | undefined {
  const ms = Date.parse(header ?? "");
  return Number.isNaN(ms) ? undefined : ms * 1000 + SECOND;
}

/** The newest date of a page that Gorgias' clock has reached: records can lie in the future. */
export function newestOf({
  changes,
  clock = Number.POSITIVE_INFINITY,
}: Pick<DatedPage, "changes" | "clock">): Instant {
  return Math.min(Math.max(0, ...changes.map(({ at }) => at)), clock);
}

/** Where a window begins whose newest records stand on this page. */
export function windowOn({ changes, next }: DatedPage, at: Instant): Instant {
  const newestFirst = changes.map((change) => change.at).sort((a, b) => b - a);
  return windowStart(at, newestFirst, next === null);
}

/** Whether a list, newest first, is read down to a date with this page. */
export function reaches({ places, isDisordered, next }: DatedPage, date: Instant): boolean {
  const last = places.slice(-SETTLED);
  const isOlder = last.length > 0 && last.every((place) => place < date);
  return next === null || (isOlder && !isDisordered);
}
