import type { GorgiasClient } from "../client";
import { OutOfTimeError } from "../client/errors";
import { ExpiredCursorError } from "../client/pages";
import { BackwardWalk } from "./backwardWalk";
import type { Feed } from "./feed";
import type { Mark } from "./mark";
import { datedPages, type PageAt, reaches } from "./page";
import { budgetOf, type Limits, markOf, type Progress, type Stretch } from "./place";

/** How often a run walks again from the front because a cursor has expired. */
const MOST_WALKS = 3;

/** The mark of an account as it is now: everything that is there counts as delivered. */
export async function currentMark(gorgias: GorgiasClient, feed: Feed): Promise<Mark> {
  const walk = new BackwardWalk({ mark: NOTHING_NEW }, NOTHING);
  for await (const [page] of datedPages(gorgias, feed, null)) {
    walk.take(page);
    if (reaches(page, walk.from)) {
      break;
    }
  }
  return walk.mark(0);
}

const NOTHING: Limits = { changes: 0, pages: 0, ms: 0 };

/** A mark behind which nothing lies. */
const NOTHING_NEW: Mark = { at: 0, from: Number.MAX_SAFE_INTEGER, seen: [], undated: [] };

/**
 * Walks a list, newest first, down to a mark: from its front, or from where an earlier run stopped.
 *
 * Records may change while pages are read. They move to the front then and come with the next
 * walk, whose mark knows what this one delivered. A page ends the walk only when it holds nothing
 * that is new and its last records are older than the mark's window.
 */
export async function walkBack(
  gorgias: GorgiasClient,
  feed: Feed,
  start: Mark | Progress,
  limits: Limits,
): Promise<Stretch> {
  const begun = "place" in start ? start : { mark: markOf(start) };
  const walk = new BackwardWalk(begun, limits);
  const isUsedUp = budgetOf(limits);
  for await (const [page, cursor] of pagesFrom(gorgias, feed, walk)) {
    const { found, left } = walk.take(page);
    if (left.length > 0) {
      walk.moveTo(cursor, page, left);
      break;
    }
    if (page.next === null || (found === 0 && reaches(page, begun.mark.from))) {
      return walk.stretch(null);
    }
    walk.moveTo(page.next, page, []);
    if (isUsedUp(walk.changes.length)) {
      break;
    }
  }
  return walk.stretch(walk.place ?? null);
}

/** Reads on until the list ends or the time is up, and goes on where a cursor expired. */
async function* pagesFrom(
  gorgias: GorgiasClient,
  feed: Feed,
  walk: BackwardWalk,
): AsyncGenerator<PageAt> {
  let pageCount = 0;
  for (let walks = 1; ; walks += 1) {
    try {
      const cursor = walks === 1 ? (walk.place?.cursor ?? null) : null;
      for await (const one of datedPages(gorgias, feed, cursor)) {
        yield one;
        pageCount += 1;
      }
      return;
    } catch (error) {
      const isExpired = error instanceof ExpiredCursorError;
      const isOver = error instanceof OutOfTimeError || (isExpired && walks > MOST_WALKS);
      if (isOver && pageCount > 0) {
        return;
      }
      if (isOver || !isExpired) {
        throw error;
      }
      walk.restart();
    }
  }
}
