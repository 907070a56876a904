import type { GorgiasClient } from "../client";
import { OutOfTimeError } from "../client/errors";
import { ExpiredCursorError, pages } from "../client/pages";
import { BackwardWalk } from "./backwardWalk";
import { type Feed, type Followed, inAnotherOrder } from "./feed";
import type { Mark } from "./mark";
import { type DatedPage, datedPage, reaches } from "./page";
import { budgetOf, type Limits, markOf, type Progress, type Stretch } from "./place";

/** How often a run walks again from the front because a cursor has expired. */
const MOST_WALKS = 3;

/** How many pages in a row may be out of order before the list is taken to be so. */
const MOST_DISORDERED = 10;

/** The mark of an account as it is now: everything that is there counts as handed on. */
export async function currentMark(gorgias: GorgiasClient, feed: Feed): Promise<Mark> {
  const walk = new BackwardWalk({ mark: NOTHING_NEW }, NOTHING);
  for await (const read of pages<Followed>(gorgias, feed.list)) {
    const page = datedPage(feed, read);
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
 * walk, whose mark knows what this one handed on. A page ends the walk only when it holds nothing
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
  let disordered = 0;
  for await (const [page, cursor] of pagesFrom(gorgias, feed, walk)) {
    const { found, left } = walk.take(page);
    disordered = page.isDisordered ? disordered + 1 : 0;
    if (disordered > MOST_DISORDERED) {
      throw inAnotherOrder(feed.list);
    }
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

/**
 * Reads on until the list ends or the time is up, and goes on where a cursor expired.
 *
 * @returns each page, and the cursor that it begins at: null at the front
 */
async function* pagesFrom(
  gorgias: GorgiasClient,
  feed: Feed,
  walk: BackwardWalk,
): AsyncGenerator<readonly [DatedPage, string | null]> {
  let pageCount = 0;
  for (let walks = 1; ; walks += 1) {
    try {
      let cursor = walks === 1 ? (walk.place?.cursor ?? null) : null;
      for await (const read of pages<Followed>(gorgias, feed.list, cursor ?? undefined)) {
        yield [datedPage(feed, read), cursor];
        cursor = read.nextCursor;
        pageCount += 1;
      }
      return;
    } catch (error) {
      if (error instanceof OutOfTimeError && pageCount > 0) {
        return;
      }
      if (!(error instanceof ExpiredCursorError)) {
        throw error;
      }
      if (walks > MOST_WALKS) {
        return;
      }
      walk.restart();
    }
  }
}
