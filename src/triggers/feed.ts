import type { GorgiasClient } from "../client";
import { GorgiasError } from "../client/errors";
import { type ListSpec, pages } from "../client/pages";

/** The kinds of records whose changes can be followed, by the names of their lists. */
export const FEEDS = [
  "tickets",
  "customers",
  "messages",
  "events",
  "satisfaction-surveys",
] as const;

/** The name of a list. */
export type FeedName = (typeof FEEDS)[number];

/** What all of these records have. */
export interface Followed {
  readonly id: number;
  readonly created_datetime: string;
  readonly updated_datetime?: string | null;
}

/** A list of records, newest first, by one of their dates. */
export interface Feed {
  readonly list: ListSpec;
  /** The date that the list is ordered by, as an {@link instant}. */
  readonly dateOf: (record: Followed) => string;
}

/** A record and the date at which it stands in its feed. */
export interface Change {
  readonly record: Followed;
  readonly at: string;
}

/** What a page of a feed held, and the place where the next one begins. */
export interface Stretch {
  /** Newest first. */
  readonly changes: readonly Change[];
  /** Null at the end. */
  readonly next: Place | null;
}

/** A place in a feed. As a type, because the platform keeps it as plain data. */
export type Place = {
  readonly cursor: string;
  /** The date of the last record before it. */
  readonly after: string;
};

/** The newest records first. */
export function byCreation(name: FeedName): Feed {
  return {
    list: { path: `/${name}`, query: { order_by: "created_datetime:desc" } },
    dateOf: ({ created_datetime }) => instant(created_datetime),
  };
}

/** What changed last comes first. Only tickets and customers can be listed so; the rest stays as it is. */
export function byChange(name: FeedName): Feed {
  if (!isUpdatable(name)) {
    return byCreation(name);
  }
  return {
    list: { path: `/${name}`, query: { order_by: "updated_datetime:desc" } },
    dateOf: ({ updated_datetime, created_datetime }) =>
      instant(updated_datetime ?? created_datetime),
  };
}

/** Whether records of this kind are told apart into new and updated ones. */
export function isUpdatable(name: FeedName): boolean {
  return name === "tickets" || name === "customers";
}

/**
 * Walks a feed from its newest record, or from a place in it, down to a date.
 *
 * Records may change while pages are read: they move to the front then, past the place that is
 * being read. A record that is newer than the one before it has done so, and is left out; whoever
 * remembers the date of the first record finds it in the next walk.
 *
 * @param until where to stop: records of that very instant still come
 */
export async function* walk(
  gorgias: GorgiasClient,
  { list, dateOf }: Feed,
  until: string,
  from?: { readonly cursor?: string; readonly after: string },
): AsyncGenerator<Stretch, void> {
  let after = from?.after;
  let sameInstant = new Set<number>();
  for await (const { data, nextCursor: cursor } of pages<Followed>(gorgias, list, from?.cursor)) {
    const changes: Change[] = [];
    for (const record of data) {
      const at = dateOf(record);
      if (at < until) {
        yield { changes, next: null };
        return;
      }
      if (after !== undefined && (at > after || (at === after && sameInstant.has(record.id)))) {
        continue;
      }
      sameInstant = at === after ? sameInstant : new Set();
      sameInstant.add(record.id);
      after = at;
      changes.push({ record, at });
    }
    yield { changes, next: cursor === null ? null : { cursor, after: after ?? "" } };
  }
}

/**
 * Reads one page of a feed: the next one that holds anything. Cursors live for minutes. When the
 * one of a place has expired, the feed is walked again from its front up to that place; records of
 * the very instant at which it lies come once more.
 */
export async function readStretch(
  gorgias: GorgiasClient,
  feed: Feed,
  until: string,
  from: Place | undefined,
): Promise<Stretch> {
  try {
    return await firstOf(walk(gorgias, feed, until, from), from?.after);
  } catch (error) {
    if (from === undefined || !(error instanceof GorgiasError) || error.status !== 400) {
      throw error;
    }
    return firstOf(walk(gorgias, feed, until, { after: from.after }), from.after);
  }
}

/** Reads on until there is something past a date, so that every page leads further. */
async function firstOf(
  stretches: AsyncIterable<Stretch>,
  after: string | undefined,
): Promise<Stretch> {
  const changes: Change[] = [];
  for await (const stretch of stretches) {
    changes.push(...stretch.changes);
    if (stretch.next === null || changes.some(({ at }) => at !== after)) {
      return { changes, next: stretch.next };
    }
  }
  return { changes, next: null };
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * A moment of Gorgias' clock, to the microsecond, in a form in which later moments are greater
 * texts: `2024-11-14T13:56:16.494726`, in UTC. A Date would cut the microseconds off.
 */
export function instant(text: string): string {
  const [, date, time, fraction = "", zone = "Z"] = ISO.exec(text) ?? [];
  if (date === undefined) {
    throw new Error(`Gorgias sent ${JSON.stringify(text)} where a date belongs.`);
  }
  const seconds = /^(?:Z|[+-]00:?00)$/i.test(zone)
    ? `${date}T${time}`
    : new Date(`${date}T${time}${zone}`).toISOString().slice(0, 19);
  return `${seconds}.${fraction.padEnd(6, "0").slice(0, 6)}`;
}
