import type { GorgiasClient } from "../client";
import type { Instant } from "../schemas/instant";
import {
  byChange,
  byCreation,
  canBeginAtDate,
  createdOf,
  type FeedName,
  type Followed,
  isUpdatable,
} from "./feed";
import { type Mark, type PackedIds, packIds, seenIn, unpackIds, WINDOW } from "./mark";
import { type Found, type Limits, markOf, type Progress, type Stretch } from "./place";
import { currentMark, walkBack } from "./walkBack";
import { walkForward } from "./walkForward";

/** How far the last run came: to the end of a walk, or somewhere on it. */
export interface Kept {
  readonly start: Mark | Progress;
  readonly newcomers?: Newcomers | undefined;
}

/**
 * Which records are new. One that changes while pages are read may slip through to the next walk,
 * where its creation lies before the mark: it is new all the same if it was created from a date on
 * and is not known to have been delivered. As a type, because the platform keeps it as plain data.
 */
export type Newcomers = {
  readonly since: Instant;
  /** The newest of the records created since then that have been delivered. */
  readonly ids: PackedIds;
};

/** What a poll found. */
export interface Changes extends Found {
  /** Oldest first. */
  readonly created: readonly Followed[];
  /** Oldest first. */
  readonly updated: readonly Followed[];
  readonly kept: Kept;
  /** Whether there are more changes than the run could read. */
  readonly isMore: boolean;
}

/** How many {@link Newcomers} are remembered. The platform keeps 64 KB. */
const MOST_NEWCOMERS = 3_000;

/** The mark of an account as it is now. */
export function markNow(gorgias: GorgiasClient, name: FeedName): Promise<Mark> {
  return currentMark(gorgias, byChange(name));
}

/** Walks on from where the last run stopped, through what has changed. */
export function walkOn(
  gorgias: GorgiasClient,
  name: FeedName,
  start: Mark | Progress,
  limits: Limits,
  feed = byChange(name),
): Promise<Stretch> {
  return canBeginAtDate(name)
    ? walkForward(gorgias, name, start, limits)
    : walkBack(gorgias, feed, start, limits);
}

/** Walks on through everything that was created from a date on, whatever has changed. */
export function walkHistory(
  gorgias: GorgiasClient,
  name: FeedName,
  start: Mark | Progress,
  limits: Limits,
): Promise<Stretch> {
  return walkOn(gorgias, name, start, { ...limits, isHistory: true }, byCreation(name));
}

/**
 * Reads what changed since the last run, in as few requests as the API allows: one when nothing
 * did. Where there is more than a run may read, the next one reads on.
 */
export async function readChanges(
  gorgias: GorgiasClient,
  name: FeedName,
  kept: Kept,
  limits: Limits,
): Promise<Changes> {
  const { start, newcomers } = kept;
  const began = performance.now();
  const stretch = await walkOn(gorgias, name, start, limits);
  const { progress, mark, undated, isOnePage, clock, missed } = stretch;
  if ("place" in start && progress === null && stretch.changes.length === 0) {
    // That was the end of an earlier walk: what has changed since it began comes with the next one.
    const ms = limits.ms - (performance.now() - began);
    const next = await readChanges(gorgias, name, { ...kept, start: mark }, { ...limits, ms });
    return { ...next, undated: [...undated, ...next.undated], missed: missed ?? next.missed };
  }
  const oldestFirst = [...stretch.changes].sort((a, b) => a.at - b.at).map(({ record }) => record);
  const begun = markOf(start);
  const since = newcomers?.since ?? begun.from;
  const known = new Set(newcomers ? unpackIds(newcomers.ids) : seenIn(begun).keys());
  const isNew = (record: Followed) =>
    !isUpdatable(name) || (!known.has(record.id) && (createdOf(record) ?? -1) >= since);
  const created = oldestFirst.filter(isNew);
  const delivered = [...known, ...created.map(({ id }) => id)].sort((a, b) => a - b);
  // In doubt a record is new. So that this stays rare, it has to be new since the walk before.
  const isCut = delivered.length > MOST_NEWCOMERS;
  return {
    created,
    updated: oldestFirst.filter((record) => !isNew(record)),
    undated,
    kept: {
      start: progress ?? mark,
      newcomers:
        isUpdatable(name) && !isOnePage
          ? {
              since: isCut ? Math.max(since, begun.at - WINDOW) : since,
              ids: packIds(delivered.slice(-MOST_NEWCOMERS)),
            }
          : undefined,
    },
    isMore: progress !== null,
    mark,
    clock,
    missed,
  };
}
