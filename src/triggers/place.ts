import { isObject } from "../client/json";
import { LARGEST_PAGE } from "../client/pages";
import type { Instant } from "../schemas/instant";
import type { Change, Followed } from "./feed";
import { isCount, isPackedIds, type Mark, markFrom, type PackedIds } from "./mark";

/** A walk down a list that is not at its end. Types, because the platform keeps it as plain data. */
export type WalkBack = {
  /** What it walks down to. */
  readonly mark: Mark;
  /** What becomes the mark when it is done. */
  readonly next: Mark;
  readonly place: Place;
  /** Whether the last run had to look for the place from the front and did not get that far. */
  readonly isStalled?: boolean;
};

/** Where a walk down a list reads on. */
export type Place = {
  /** Null at the front of the list. */
  readonly cursor: string | null;
  /** What is newer was met, but for records that a list shows in an old place. */
  readonly after: Instant;
  /** What was met of the rest. */
  readonly ids: PackedIds;
};

/** A walk forwards that is not at its end: its mark says up to where it has come. */
export type WalkForward = {
  readonly mark: Mark;
  /** Where to read on; null to begin a new list at the mark. */
  readonly ahead: PlaceAhead | null;
};

/** Where a walk forwards reads on. */
export type PlaceAhead = {
  readonly cursor: string;
  /** Where the list begins that the cursor belongs to. */
  readonly from: Instant;
  /** Gorgias' clock when that list was begun; null where the answer did not say. */
  readonly clock: Instant | null;
};

/** A walk that is not at its end. */
export type Progress = WalkBack | WalkForward;

/** What a run found, beside the changes themselves. */
export interface Found {
  /** Records that cannot be dated and that no earlier run has met. */
  readonly undated: readonly Followed[];
  /** What to keep when the walk is done. */
  readonly mark: Mark;
  /** Gorgias' clock when it answered; undefined where the answer does not say. */
  readonly clock: Instant | undefined;
  /** What had to be given up because no run can get there: its oldest and newest date. */
  readonly missed?: readonly [from: Instant, to: Instant] | undefined;
}

/** What a run found on its walk. */
export interface Stretch extends Found {
  /** What has not been delivered yet, in the order of the list. */
  readonly changes: readonly Change[];
  /** Null when the walk is done. */
  readonly progress: Progress | null;
  /** Whether one page held the whole walk, so that nothing can have moved between pages. */
  readonly isOnePage: boolean;
}

/** How much one run reads. */
export interface Limits {
  /** How many changes at the most; at least one page is read. */
  readonly changes: number;
  /** How many pages at the most. */
  readonly pages: number;
  /** How long, in milliseconds. */
  readonly ms: number;
  /** Whether everything is delivered, once, however it is dated, and no changes are followed. */
  readonly isHistory?: boolean;
}

/**
 * Says after each page whether a run has read as much as it may.
 *
 * @returns gets how many changes the pages so far have brought
 */
export function budgetOf({ changes, pages, ms }: Limits): (found: number) => boolean {
  const endsAt = performance.now() + ms;
  let pageCount = 0;
  return (found) => {
    pageCount += 1;
    // A page that is not taken whole is read again.
    const isFull = found > 0 && found + LARGEST_PAGE > changes;
    return isFull || pageCount >= pages || performance.now() >= endsAt;
  };
}

/** The mark that a walk began with, or, on a walk forwards, up to where it has come. */
export function markOf(start: Mark | Progress): Mark {
  return "mark" in start ? start.mark : start;
}

/** Reads what was kept of a walk; undefined for anything else. */
export function progressFrom(value: unknown): Progress | undefined {
  const { mark: keptMark, next: keptNext, place, isStalled, ahead } = isObject(value) ? value : {};
  const mark = markFrom(keptMark);
  const next = markFrom(keptNext);
  if (mark && (ahead === null || isPlaceAhead(ahead))) {
    return { mark, ahead };
  }
  return mark && next && isPlace(place)
    ? { mark, next, place, isStalled: isStalled === true }
    : undefined;
}

function isPlaceAhead(value: unknown): value is PlaceAhead {
  const { cursor, from, clock } = isObject(value) ? value : {};
  return typeof cursor === "string" && isCount(from) && (clock === null || isCount(clock));
}

function isPlace(value: unknown): value is Place {
  const { cursor, after, ids } = isObject(value) ? value : {};
  return (
    (cursor === null || typeof cursor === "string") && typeof after === "number" && isPackedIds(ids)
  );
}
