import { isObject } from "../client/json";
import type { Change, Followed } from "./feed";
import type { Instant } from "./instant";
import { isPackedIds, type Mark, markFrom, type PackedIds, packIds, unpackIds } from "./mark";
import type { DatedPage } from "./page";

/** A walk down a list that is not at its end. Types, because the platform keeps it as plain data. */
export type WalkBack = {
  /** What it walks down to. */
  readonly mark: Mark;
  /** What becomes the mark when it is done. */
  readonly next: Mark;
  readonly place: Place;
};

/** Where a walk down a list reads on. */
export type Place = {
  readonly cursor: string;
  /** Nothing behind the place is newer, but for records that a list shows in an old place. */
  readonly after: Instant;
  /** The last records before it. */
  readonly ids: PackedIds;
};

/** A walk forwards that is not at its end: its mark says up to where it has come. */
export type WalkForward = {
  readonly mark: Mark;
  readonly cursor: string;
  /** Where the list begins that the cursor belongs to. */
  readonly from: Instant;
};

/** A walk that is not at its end. */
export type Progress = WalkBack | WalkForward;

/** What a run found. */
export interface Stretch {
  /** What has not been handed on yet, in the order of the list. */
  readonly changes: readonly Change[];
  /** Records that cannot be dated and that no earlier run has met. */
  readonly undated: readonly Followed[];
  /** Null when the walk is done. */
  readonly progress: Progress | null;
  /** What to keep when it is. */
  readonly mark: Mark;
  /** Whether one page held the whole walk, so that nothing can have moved between pages. */
  readonly isOnePage: boolean;
  /** Gorgias' clock when it answered; undefined where the answer does not say. */
  readonly clock: Instant | undefined;
}

/** How much one run reads. */
export interface Limits {
  /** How many changes at the most; at least one page is read. */
  readonly changes: number;
  /** How many pages at the most. */
  readonly pages: number;
  /** How long, in milliseconds. */
  readonly ms: number;
  /**
   * How many records of the future are handed on before their date. Where there are more, as after
   * an import, the rest comes when its date does: remembering all of them would take up the mark.
   */
  readonly ahead: number;
}

/** The most items that Gorgias puts on one page (docs/gorgias-api.md, "Lists"). */
const LARGEST_PAGE = 100;

/** How many records a page has, so that a run finds no more changes than it may. */
export function pageSizeOf({ changes }: Limits): number {
  return Math.min(LARGEST_PAGE, changes);
}

/**
 * Says after each page whether a run has read as much as it may.
 *
 * @returns gets how many changes the pages so far have brought
 */
export function budgetOf(limits: Limits): (found: number) => boolean {
  const { changes, pages, ms } = limits;
  const pageSize = pageSizeOf(limits);
  const endsAt = performance.now() + ms;
  let pageCount = 0;
  return (found) => {
    pageCount += 1;
    const isFull = found > 0 && found + pageSize > changes;
    return isFull || pageCount >= pages || performance.now() >= endsAt;
  };
}

/** The most ids that a place holds: those of a page, and more where many share a date. */
const MOST_IDS = 2_000;

/**
 * The place behind a page, newest first.
 *
 * @param before the place in front of it
 */
export function placeBehind(
  { changes, places }: DatedPage,
  cursor: string,
  before: Place | undefined,
): Place {
  // Single records show an old date, or a new one in their old place: the middle says most.
  const inOrder = [...places].sort((a, b) => a - b);
  const middle = inOrder[inOrder.length >> 1] ?? Number.MAX_SAFE_INTEGER;
  if (before && middle > before.after) {
    return { ...before, cursor };
  }
  const after = middle;
  const ids = changes.map(({ record }) => record.id);
  const shared = before?.after === after ? unpackIds(before.ids) : [];
  return { cursor, after, ids: packIds([...shared, ...ids].slice(-MOST_IDS)) };
}

/** The mark that a walk began with, or, on a walk forwards, up to where it has come. */
export function markOf(start: Mark | Progress): Mark {
  return "mark" in start ? start.mark : start;
}

/** Reads what was kept of a walk; undefined for anything else. */
export function progressFrom(value: unknown): Progress | undefined {
  const { mark: keptMark, next: keptNext, place, cursor, from } = isObject(value) ? value : {};
  const mark = markFrom(keptMark);
  const next = markFrom(keptNext);
  if (mark && typeof cursor === "string" && typeof from === "number") {
    return { mark, cursor, from };
  }
  return mark && next && isPlace(place) ? { mark, next, place } : undefined;
}

function isPlace(value: unknown): value is Place {
  const { cursor, after, ids } = isObject(value) ? value : {};
  return typeof cursor === "string" && typeof after === "number" && isPackedIds(ids);
}
