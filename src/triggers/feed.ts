import { GorgiasError } from "../client/errors";
import type { ListSpec } from "../client/pages";
import { type Instant, instantOf, isoOf } from "./instant";

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
export function byCreationFrom(name: FeedName, date: Instant, pageSize: number): Feed {
  return {
    list: {
      path: `/${name}`,
      query: {
        order_by: "created_datetime:asc",
        created_datetime: date === 0 ? undefined : { gte: isoOf(date) },
      },
      pageSize,
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

/** Fewer records than this say nothing about the order of a list. */
const FEWEST_PAIRS = 3;

/**
 * Refuses a page that does not come in the order that was asked for: whoever reads down to a date
 * would miss what stands behind it. Single records may stand in a wrong place, because a list can
 * lag behind its records.
 *
 * @throws GorgiasError when more than four of ten neighbours are the wrong way round
 */
export function checkOrder({ list, direction, placeOf }: Feed, page: readonly Followed[]): void {
  const dates = page.map(placeOf).filter((date) => date !== undefined);
  const steps = dates.slice(1).map((date, index) => date - (dates[index] ?? date));
  const moves = steps.filter((step) => step !== 0);
  const wrong = moves.filter((step) => step > 0 === (direction === "desc")).length;
  if (wrong >= FEWEST_PAIRS && wrong > 0.4 * moves.length) {
    const request = `GET /api${list.path}`;
    throw new GorgiasError(
      `${request}: Gorgias answered in another order than ${list.query.order_by}. Nothing was handed on, because changes would be lost. If this stays so, tell Gorgias' support.`,
      { request, attempts: 1 },
    );
  }
}
