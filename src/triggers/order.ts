import { GorgiasError } from "../client/errors";
import type { ListSpec } from "../client/pages";
import type { Instant } from "../schemas/instant";
import { createdOf, type Feed, type Followed } from "./feed";
import { WINDOW } from "./mark";

/** So few neighbours in the wrong order say nothing: single records stand in an old place. */
const MOST_MISPLACED = 2;

/** How many neighbours have to stand the other way round before a list is taken to be reversed. */
const FEWEST_REVERSED = 20;

/**
 * Whether the records of a page stand in another order than their dates say. That can pass: when
 * many records change at once, a list can have them in their new places while their rows still
 * show the old dates.
 *
 * @param settled a date from before which changes have long had their places
 * @param isWhole whether the page holds the whole list
 * @throws GorgiasError where it does not pass: the list comes the other way round, or in the order
 *   of another date. Whoever reads down to a date would miss what stands behind it.
 */
export function isOutOfOrder(
  feed: Feed,
  page: readonly Followed[],
  settled: Instant,
  isWhole: boolean,
): boolean {
  const { list, direction, placeOf, isUnordered } = feed;
  if (isUnordered && isWhole) {
    return false;
  }
  const places = page.map(placeOf);
  const { right, wrong, far } = stepsOf(places, direction);
  if (wrong <= MOST_MISPLACED) {
    return false;
  }
  const old = places.filter((place) => place !== undefined && place < settled);
  const byCreation = stepsOf(page.map(createdOf), direction);
  const isByCreation =
    stepsOf(old, direction).wrong > MOST_MISPLACED &&
    byCreation.wrong === 0 &&
    byCreation.right > MOST_MISPLACED;
  const isReversed = wrong > FEWEST_REVERSED && wrong > 4 * right;
  // Where no order is promised, none is made up for: records that were made within moments of each
  // other may change places, and that is all.
  if (isByCreation || isReversed || (isUnordered && far > MOST_MISPLACED)) {
    throw inAnotherOrder(list);
  }
  return wrong > 0.4 * (right + wrong);
}

/** The error for a list that does not come in the order that a walk goes by. */
export function inAnotherOrder({ path, query: { order_by } }: ListSpec): GorgiasError {
  const request = `GET /api${path}`;
  const message = order_by
    ? `Gorgias answered in another order than ${order_by}. Nothing was delivered, because changes would be lost. If this continues, tell Gorgias' support.`
    : "Gorgias did not answer with the newest first, and this list takes no other order. Nothing was delivered, because new records would be missed. Read the whole list on a schedule instead, with Fetch All.";
  return new GorgiasError(`${request}: ${message}`, { request, attempts: 1 });
}

/** How many neighbours stand in an order, how many the other way round, and how many of those far apart. */
function stepsOf(dates: readonly (Instant | undefined)[], direction: Feed["direction"]) {
  const sign = direction === "asc" ? 1 : -1;
  const known = dates.filter((date) => date !== undefined);
  const steps = known.slice(1).map((date, index) => sign * (date - (known[index] ?? date)));
  return {
    right: steps.filter((step) => step > 0).length,
    wrong: steps.filter((step) => step < 0).length,
    far: steps.filter((step) => step < -WINDOW).length,
  };
}
