import type { GorgiasClient } from "../client";
import { OutOfTimeError } from "../client/errors";
import { ExpiredCursorError, pages } from "../client/pages";
import { byCreationFrom, type Change, type FeedName, type Followed } from "./feed";
import type { Instant } from "./instant";
import {
  type Dates,
  isHeldBack,
  isUnseen,
  type Mark,
  newMark,
  seenIn,
  unpackIds,
  windowStart,
} from "./mark";
import { type DatedPage, datedPage, newestOf } from "./page";
import {
  budgetOf,
  type Limits,
  markOf,
  type Progress,
  pageSizeOf,
  type Stretch,
  type WalkForward,
} from "./place";

/**
 * Walks a list that can begin at a date, oldest first, from a mark on. The mark moves with every
 * page, so that a walk whose cursor has expired goes on from its date.
 */
export async function walkForward(
  gorgias: GorgiasClient,
  name: FeedName,
  start: Mark | Progress,
  limits: Limits,
): Promise<Stretch> {
  const changes: Change[] = [];
  const undated: Followed[] = [];
  let mark = markOf(start);
  let place: Omit<WalkForward, "mark"> | undefined = "cursor" in start ? start : undefined;
  let clock: Instant | undefined;
  let isRead = false;
  const isUsedUp = budgetOf(limits);
  const stretch = (): Stretch => ({
    changes,
    undated,
    progress: place ? { mark, cursor: place.cursor, from: place.from } : null,
    mark,
    isOnePage: false,
    clock,
  });

  for (;;) {
    const from: Instant = place?.from ?? mark.from;
    const feed = byCreationFrom(name, from, pageSizeOf(limits));
    try {
      for await (const read of pages<Followed>(gorgias, feed.list, place?.cursor)) {
        const page = datedPage(feed, read);
        const step = stepOn(mark, page, limits.ahead);
        changes.push(...step.changes);
        undated.push(...step.undated);
        mark = step.mark;
        place = page.next === null ? undefined : { cursor: page.next, from };
        clock ??= page.clock;
        isRead = true;
        if (isUsedUp(changes.length)) {
          break;
        }
      }
      return stretch();
    } catch (error) {
      if (error instanceof OutOfTimeError && isRead) {
        return stretch();
      }
      if (!(error instanceof ExpiredCursorError)) {
        throw error;
      }
      place = undefined;
    }
  }
}

/** What a page adds to a mark. */
function stepOn(
  mark: Mark,
  page: DatedPage,
  mostAhead: number,
): Pick<Stretch, "changes" | "undated" | "mark"> {
  const dates: Dates = seenIn(mark);
  const seen = new Map(dates);
  const changes: Change[] = [];
  for (const change of page.changes) {
    const { record, at } = change;
    const isNew = isUnseen(mark, seen, record.id, at);
    if (isNew && isHeldBack(dates, at, mostAhead, page.clock)) {
      continue;
    }
    if (isNew) {
      changes.push(change);
    }
    dates.set(record.id, Math.max(at, dates.get(record.id) ?? at));
  }
  const named = new Set(unpackIds(mark.undated));
  const undated = page.undated.filter(({ id }) => !named.has(id));
  const at = Math.max(mark.at, newestOf(page));
  const newestFirst = [...dates.values()].sort((a, b) => b - a);
  const from = Math.max(mark.from, windowStart(at, newestFirst, false));
  const ids = [...named, ...undated.map(({ id }) => id)];
  return { changes, undated, mark: newMark(at, from, dates, ids) };
}
