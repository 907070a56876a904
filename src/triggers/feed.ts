import { GorgiasError } from "../client/errors";
import type { ListSpec } from "../client/pages";
import { type Instant, instantOf, isoOf } from "../schemas/instant";

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
  readonly created_datetime: string | null;
  readonly updated_datetime?: string | null;
}

/** A list of records in the order of one of their dates. */
export interface Feed {
  readonly list: ListSpec;
  readonly direction: "asc" | "desc";
  /** The date that gives a record its place in the list; undefined where it has none. */
  readonly placeOf: (record: Followed) => Instant | undefined;
  /** The date of a record's last change; undefined where no date can be read. */
  readonly dateOf: (record: Followed) => Instant | undefined;
}

/** A record that was changed, and when. */
export interface Change {
  readonly record: Followed;
  readonly at: Instant;
}

/** Whether records of this kind are told apart into new and updated ones. */
export function isUpdatable(name: FeedName): boolean {
  return name === "tickets" || name === "customers";
}

/** Whether a list can begin at a date (docs/gorgias-api.md, "Lists"). */
export function canBeginAtDate(name: FeedName): boolean {
  return name === "events";
}

/** The newest records first. */
export function byCreation(name: FeedName): Feed {
  return {
    list: { path: `/${name}`, query: { order_by: "created_datetime:desc" } },
    direction: "desc",
    placeOf: createdOf,
    dateOf: createdOf,
  };
}

/** What changed last comes first. Only tickets and customers can be listed so; the rest stays as it is. */
export function byChange(name: FeedName): Feed {
  if (!isUpdatable(name)) {
    return byCreation(name);
  }
  return {
    list: { path: `/${name}`, query: { order_by: "updated_datetime:desc" } },
    direction: "desc",
    placeOf: ({ updated_datetime }) => instantOf(updated_datetime),
    dateOf: (record) => instantOf(record.updated_datetime) ?? createdOf(record),
  };
}

/** The oldest records first, from a date on; from the beginning where that is 0. */
export function byCreationFrom(name: FeedName, date: Instant): Feed {
  return {
    list: {
      path: `/${name}`,
      query: {
        order_by: "created_datetime:asc",
        created_datetime: date === 0 ? undefined : { gte: isoOf(date) },
      },
    },
    direction: "asc",
    placeOf: createdOf,
    dateOf: createdOf,
  };
}

/** When a record was created. */
export function createdOf({ created_datetime }: Followed): Instant | undefined {
  return instantOf(created_datetime);
}

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
 * @throws GorgiasError where it does not pass: the list comes the other way round, or in the order
 *   of another date. Whoever reads down to a date would miss what stands behind it.
 */
export function isOutOfOrder(feed: Feed, page: readonly Followed[], settled: Instant): boolean {
  const { list, direction, placeOf } = feed;
  const places = page.map(placeOf);
  const { right, wrong } = stepsOf(places, direction);
  if (wrong <= MOST_MISPLACED) {
    return false;
  }
  const old = places.filter((place) => place !== undefined && place < settled);
  const byCreation = stepsOf(page.map(createdOf), direction);
  const isByCreation =
    stepsOf(old, direction).wrong > MOST_MISPLACED &&
    byCreation.wrong === 0 &&
    byCreation.right > MOST_MISPLACED;
  if (isByCreation || (wrong > FEWEST_REVERSED && wrong > 4 * right)) {
    throw inAnotherOrder(list);
  }
  return wrong > 0.4 * (right + wrong);
}

/** The error for a list that does not come in the order that was asked for. */
export function inAnotherOrder({ path, query }: ListSpec): GorgiasError {
  const request = `GET /api${path}`;
  return new GorgiasError(
    `${request}: Gorgias answered in another order than ${query.order_by}. Nothing was handed on, because changes would be lost. If this continues, tell Gorgias' support.`,
    { request, attempts: 1 },
  );
}

/** How many neighbours stand in an order, and how many the other way round. */
function stepsOf(dates: readonly (Instant | undefined)[], direction: Feed["direction"]) {
  const known = dates.filter((date) => date !== undefined);
  const steps = known.slice(1).map((date, index) => date - (known[index] ?? date));
  const up = steps.filter((step) => step > 0).length;
  const down = steps.filter((step) => step < 0).length;
  return direction === "asc" ? { right: up, wrong: down } : { right: down, wrong: up };
}
