import type { ListSpec } from "../client/pages";
import { type Instant, instantOf, isoOf } from "../schemas/instant";

/** How Gorgias lists one kind of record (docs/gorgias-api.md, "Lists"). */
interface Listing {
  readonly path: string;
  /**
   * Whether a record comes again when it changes, and how that is found: Gorgias can list what
   * changed last first, or the whole list is read. Left out, records come when they are new.
   */
  readonly changes?: "listed" | "readWhole";
  /** Whether the list can begin at a date. */
  readonly canBeginAtDate?: true;
  /** Whether no order can be asked for. That the newest come first is an assumption then. */
  readonly isUnordered?: true;
}

/** The lists that can be followed. Flows keep how far they have come by these names. */
const LISTS = {
  tickets: { path: "/tickets", changes: "listed" },
  customers: { path: "/customers", changes: "listed" },
  messages: { path: "/messages" },
  events: { path: "/events", canBeginAtDate: true },
  "satisfaction-surveys": { path: "/satisfaction-surveys" },
  // Macros that have never changed have no date of a change, and nobody says where a list in the
  // order of changes puts those.
  macros: { path: "/macros", changes: "readWhole" },
  users: { path: "/users" },
  teams: { path: "/teams" },
  tags: { path: "/tags" },
  rules: { path: "/rules" },
  views: { path: "/views" },
  jobs: { path: "/jobs" },
  "voice-calls": { path: "/phone/voice-calls", isUnordered: true },
  integrations: { path: "/integrations" },
  widgets: { path: "/widgets" },
} as const satisfies Record<string, Listing>;

/** The name of a list, as builders choose it. */
export type FeedName = keyof typeof LISTS;

/** The names of all lists that can be followed. */
export const FEEDS = Object.keys(LISTS) as FeedName[];

/** What all of these records have. */
export interface Followed {
  readonly id: number;
  readonly created_datetime: string | null;
  readonly updated_datetime?: string | null;
  /** Of calls, which can lack the date of their creation (docs/gorgias-api.md, "Voice calls"). */
  readonly started_datetime?: string | null;
}

/** A list of records in the order of one of their dates. */
export interface Feed {
  readonly list: ListSpec;
  readonly direction: "asc" | "desc";
  /** Whether the list has to be read to its end and put in order here. */
  readonly isReadWhole?: boolean;
  /** Whether Gorgias promises no order. */
  readonly isUnordered?: boolean;
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

/** Whether records of this kind come when they change, too, and are told apart from new ones. */
export function isUpdatable(name: FeedName): boolean {
  return listingOf(name).changes !== undefined;
}

/** Whether a list can begin at a date. */
export function canBeginAtDate(name: FeedName): boolean {
  return listingOf(name).canBeginAtDate === true;
}

/** The newest records first. */
export function byCreation(name: FeedName): Feed {
  const { path, isUnordered = false } = listingOf(name);
  return {
    list: { path, query: isUnordered ? {} : { order_by: "created_datetime:desc" } },
    direction: "desc",
    isUnordered,
    placeOf: createdOf,
    dateOf: createdOf,
  };
}

/** What changed last comes first; where no changes can be followed, what is newest. */
export function byChange(name: FeedName): Feed {
  const { path, changes } = listingOf(name);
  if (changes === "readWhole") {
    return { ...byCreation(name), isReadWhole: true, placeOf: changedOf, dateOf: changedOf };
  }
  if (changes === undefined) {
    return byCreation(name);
  }
  return {
    list: { path, query: { order_by: "updated_datetime:desc" } },
    direction: "desc",
    placeOf: ({ updated_datetime }) => instantOf(updated_datetime),
    dateOf: changedOf,
  };
}

function listingOf(name: FeedName): Listing {
  return LISTS[name];
}

/** The oldest records first, from a date on; from the beginning where that is 0. */
export function byCreationFrom(name: FeedName, date: Instant): Feed {
  return {
    list: {
      path: listingOf(name).path,
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

/** When a record was created; when it started where nothing says so. */
export function createdOf({ created_datetime, started_datetime }: Followed): Instant | undefined {
  return instantOf(created_datetime) ?? instantOf(started_datetime);
}

/** When a record changed last; when it was created where nothing says so. */
function changedOf(record: Followed): Instant | undefined {
  return instantOf(record.updated_datetime) ?? createdOf(record);
}
