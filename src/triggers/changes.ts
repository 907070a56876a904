import type { GorgiasClient } from "../client";
import { pages } from "../client/pages";
import {
  byChange,
  byCreation,
  type Change,
  type FeedName,
  type Followed,
  instant,
  isUpdatable,
  walk,
} from "./feed";

/**
 * Up to where an account's changes have been handed on. All of it comes from Gorgias: this
 * machine's clock has no part in it.
 */
export interface Mark {
  /** The date of the newest change; an empty text in an account that had no record. */
  readonly at: string;
  /** The records that changed at that very instant. */
  readonly ids: readonly number[];
  /**
   * Only after a poll of several pages. A new record that changes while they are read may slip
   * through to the next poll, where its creation lies before the mark. It is new all the same if
   * it was created from this date on and is not one of {@link known}.
   */
  readonly since?: string;
  /** Records created since {@link since} that were handed on as new already. */
  readonly known?: readonly number[];
}

/** What a poll found. */
export interface Changes {
  /** Oldest first. */
  readonly created: readonly Followed[];
  /** Oldest first. */
  readonly updated: readonly Followed[];
  readonly mark: Mark;
  /** Whether there are more changes than were asked for. */
  readonly more: boolean;
}

/** How many {@link Mark.known} records are kept for a feed that is never quiet. */
const MOST_KNOWN = 10_000;

/** The mark of an account as it is now, from the first page of the list. */
export async function currentMark(gorgias: GorgiasClient, name: FeedName): Promise<Mark> {
  let at = "";
  const ids: number[] = [];
  for await (const { changes } of walk(gorgias, byChange(name), "")) {
    at ||= changes[0]?.at ?? "";
    const newest = changes.filter((change) => change.at === at);
    ids.push(...newest.map(({ record }) => record.id));
    if (newest.length < changes.length) {
      break;
    }
  }
  return { at, ids };
}

/**
 * Reads what changed since a mark, in as few requests as the API allows: one when nothing did.
 *
 * @param most how many changes at the most. Of more than that the oldest are taken, and the mark
 *   moves no further than to the newest of them, so that the next poll finds the rest. No more
 *   than that are ever held in memory.
 */
export async function readChanges(
  gorgias: GorgiasClient,
  name: FeedName,
  mark: Mark,
  most: number,
): Promise<Changes> {
  const read = name === "events" ? oldestEvents : oldestChanges;
  const { changes, isWhole, more } = await read(gorgias, name, mark, most);
  const since = mark.since ?? mark.at;
  const known = new Set(mark.known ?? mark.ids);
  const isNew = ({ record }: Change) =>
    !isUpdatable(name) || (instant(record.created_datetime) >= since && !known.has(record.id));
  const created = changes.filter(isNew).map(({ record }) => record);
  const updated = changes.filter((change) => !isNew(change)).map(({ record }) => record);

  const reached = reachedBy(mark, changes);
  if (isWhole || !isUpdatable(name)) {
    return { created, updated, mark: reached, more };
  }
  const fresh = created.map(({ id }) => id);
  return {
    created,
    updated,
    mark:
      more || known.size + fresh.length <= MOST_KNOWN
        ? { ...reached, since, known: [...known, ...fresh] }
        : { ...reached, since: mark.at, known: [...mark.ids, ...fresh] },
    more,
  };
}

/** The mark after some changes, oldest first. */
export function reachedBy({ at, ids }: Mark, changes: readonly Change[]): Mark {
  const newest = changes.at(-1)?.at ?? at;
  const newIds = changes.filter((change) => change.at === newest).map(({ record }) => record.id);
  return { at: newest, ids: newest === at ? [...ids, ...newIds] : newIds };
}

/** Whether a change is not yet among those that a mark stands for. */
export function isUnseen({ at, ids }: Mark): (change: Change) => boolean {
  const handedOn = new Set(ids);
  return (change) => change.at !== at || !handedOn.has(change.record.id);
}

interface Found {
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Whether one page held them all, so that nothing can have moved between pages. */
  readonly isWhole: boolean;
  readonly more: boolean;
}

/** Walks from the newest change to the mark, and keeps the oldest on the way. */
async function oldestChanges(
  gorgias: GorgiasClient,
  name: FeedName,
  mark: Mark,
  most: number,
): Promise<Found> {
  const ring: Change[] = [];
  const isNew = isUnseen(mark);
  let count = 0;
  let pageCount = 0;
  for await (const { changes } of walk(gorgias, byChange(name), mark.at)) {
    pageCount += 1;
    for (const change of changes.filter(isNew)) {
      ring[count % most] = change;
      count += 1;
    }
  }
  const oldest = count > most ? count % most : 0;
  const newestFirst = [...ring.slice(oldest), ...ring.slice(0, oldest)];
  return {
    changes: newestFirst.reverse(),
    isWhole: pageCount === 1 && count <= most,
    more: count > most,
  };
}

/** Events can be listed from a date on, so they are read forwards, and only as many as wanted. */
async function oldestEvents(
  gorgias: GorgiasClient,
  name: FeedName,
  mark: Mark,
  most: number,
): Promise<Found> {
  const { list, dateOf } = byCreation(name);
  const from = mark.at === "" ? undefined : { gte: `${mark.at}Z` };
  const query = { order_by: "created_datetime:asc", created_datetime: from };
  const isNew = isUnseen(mark);
  const changes: Change[] = [];
  for await (const { data } of pages<Followed>(gorgias, { ...list, query })) {
    for (const change of data.map((record) => ({ record, at: dateOf(record) })).filter(isNew)) {
      if (changes.length === most) {
        return { changes, isWhole: true, more: true };
      }
      changes.push(change);
    }
  }
  return { changes, isWhole: true, more: false };
}
