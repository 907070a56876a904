import { isObject } from "../client/json";
import { type Instant, instantOf, SECOND } from "./instant";

/**
 * Up to where an account's changes have been handed on. Plain data, because the platform keeps it.
 *
 * Changes become visible late and out of order (docs/gorgias-api.md, "Lists"), so that no single
 * date divides what was handed on from what was not. A mark therefore has a window: what is older
 * than it has been handed on, and of what lies in it {@link seen} says what has.
 */
export type Mark = {
  /** The date of the newest change, never later than Gorgias' own clock. */
  readonly at: Instant;
  /** Where the window begins. 0 when it holds the whole list. */
  readonly from: Instant;
  /** What was handed on in the window. See {@link packDates}. */
  readonly seen: PackedDates;
  /** Records without a date that the log has named already. See {@link packIds}. */
  readonly undated: PackedIds;
};

/** The mark of an account that had no record. */
export const BEGINNING: Mark = { at: 0, from: 0, seen: [], undated: [] };

/**
 * How far behind its newest change a window goes back. How late a change can show up is not known
 * (docs/gorgias-api.md, "Lists"); this is twice the minute that is promised, and in a busy account
 * every quiet run reads that far.
 */
const WINDOW = 120 * SECOND;

/** How many records a window holds at least, however long ago they changed. */
const FEWEST_IN_WINDOW = 50;

/** How many characters {@link Mark.seen} takes up at the most. The platform keeps 64 KB. */
const LONGEST_SEEN = 16_000;

/** How many records without a date are remembered, so that the log names them once. */
const MOST_UNDATED = 500;

/** Ids in ascending order, each as its distance from the one before. */
export type PackedIds = readonly number[];

/** Packs ids. */
export function packIds(ids: Iterable<number>): PackedIds {
  let last = 0;
  return [...new Set(ids)]
    .sort((a, b) => a - b)
    .map((id) => {
      const distance = id - last;
      last = id;
      return distance;
    });
}

/** Unpacks what {@link packIds} has packed. */
export function unpackIds(packed: PackedIds): number[] {
  let last = 0;
  return packed.map((distance) => {
    last += distance;
    return last;
  });
}

/**
 * Which records changed when, newest first: a list for each date, with its distance to the date
 * before and then the {@link PackedIds}.
 */
export type PackedDates = readonly (readonly number[])[];

/** The date of each record's last change, by id. */
export type Dates = Map<number, Instant>;

/** Unpacks what a mark has seen. */
export function seenIn({ at, seen }: Pick<Mark, "at" | "seen">): Dates {
  const dates: Dates = new Map();
  let last = at;
  for (const [distance = 0, ...ids] of seen) {
    last -= distance;
    for (const id of unpackIds(ids)) {
      dates.set(id, last);
    }
  }
  return dates;
}

/**
 * Makes a mark.
 *
 * @param dates what was handed on, at least since `from`
 * @param from where the window begins; later where its changes would take up too much room
 */
export function newMark(at: Instant, from: Instant, dates: Dates, undated: Iterable<number>): Mark {
  const byDate = new Map<Instant, number[]>();
  for (const [id, date] of dates) {
    if (date >= from) {
      byDate.set(date, [...(byDate.get(date) ?? []), id]);
    }
  }
  const seen: number[][] = [];
  let start = from;
  let last = at;
  let size = 0;
  for (const [date, ids] of [...byDate].sort(([a], [b]) => b - a)) {
    const entry = [last - date, ...packIds(ids)];
    size += JSON.stringify(entry).length + 1;
    if (size > LONGEST_SEEN && date > at) {
      continue;
    }
    if (size > LONGEST_SEEN) {
      start = date + 1;
      break;
    }
    seen.push(entry);
    last = date;
  }
  return { at, from: start, seen, undated: packIds([...undated].slice(-MOST_UNDATED)) };
}

/**
 * Where the window behind a mark begins.
 *
 * @param at the mark's date
 * @param newestFirst the dates of the newest records, as many as are known
 * @param isWhole whether the list has no more than those
 */
export function windowStart(
  at: Instant,
  newestFirst: readonly Instant[],
  isWhole: boolean,
): Instant {
  const oldest = isWhole ? 0 : (newestFirst.at(-1) ?? 0);
  const counted = newestFirst[FEWEST_IN_WINDOW - 1] ?? oldest;
  return Math.min(Math.max(0, at - WINDOW), counted);
}

/** Whether a change has not been handed on yet. */
export function isUnseen({ from }: Mark, seen: Dates, id: number, at: Instant): boolean {
  const handedOn = seen.get(id);
  // A list that lags can show a record as it was before the change that was handed on.
  return at >= from && (handedOn === undefined || at > handedOn);
}

/**
 * Whether a change has to wait for its date.
 *
 * @param most how many records of the future are handed on before their date
 */
export function isHeldBack(dates: Dates, at: Instant, most: number, clock = at): boolean {
  return at > clock && [...dates.values()].filter((date) => date > clock).length >= most;
}

/** Reads a mark that was kept; undefined for anything else. */
export function markFrom(value: unknown): Mark | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { at, from, seen, undated } = value;
  if (isCount(at) && isCount(from) && isListOf(seen, isPackedIds) && isPackedIds(undated)) {
    return { at, from, seen, undated };
  }
  return markBefore(value);
}

/** The marks of version 1.0: a date as text, and the ids of the records that had it. */
function markBefore({ at, ids }: { at?: unknown; ids?: unknown }): Mark | undefined {
  if (typeof at !== "string" || !Array.isArray(ids)) {
    return undefined;
  }
  const date = at === "" ? 0 : instantOf(at);
  const known = ids.map(Number).filter((id) => Number.isSafeInteger(id));
  return date === undefined
    ? undefined
    : newMark(date, date, new Map(known.map((id) => [id, date])), []);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Whether a value can be {@link PackedIds}. */
export function isPackedIds(value: unknown): value is PackedIds {
  return isListOf(value, (one): one is number => Number.isSafeInteger(one));
}

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(isOne);
}
