import type { GorgiasClient } from "../client";
import { OutOfTimeError } from "../client/errors";
import { ExpiredCursorError, pages } from "../client/pages";
import { byCreationFrom, type FeedName, type Followed } from "./feed";
import { ForwardWalk } from "./forwardWalk";
import type { Mark } from "./mark";
import { datedPage } from "./page";
import { budgetOf, type Limits, type Progress, type Stretch } from "./place";
import { recordsOf } from "./rows";

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
  const walk = new ForwardWalk(start, limits);
  const isUsedUp = budgetOf(limits);
  for (;;) {
    const feed = byCreationFrom(name, walk.begin());
    try {
      for await (const read of pages<Followed>(gorgias, feed.list, walk.place?.cursor)) {
        walk.take(datedPage(feed, recordsOf(gorgias, feed.list.path, read)));
        if (!walk.isMore || (isUsedUp(walk.changes.length) && !walk.isSplit)) {
          return walk.stretch();
        }
        if (walk.place === null) {
          break;
        }
      }
    } catch (error) {
      if (error instanceof OutOfTimeError && walk.isRead) {
        return walk.stretch();
      }
      if (!(error instanceof ExpiredCursorError)) {
        throw error;
      }
      walk.place = null;
    }
  }
}
