import { isObject } from "../client/json";
import { type Instant, instantOf, SECOND } from "../schemas/instant";

/**
 * Up to where an account's changes have been delivered. Plain data, because the platform keeps it.
 *
 * Changes become visible late and out of order (docs/gorgias-api.md, "Lists"), so that no single
 * date divides what was delivered from what was not. A mark therefore has a window: what is older
 * than it has been delivered, and of what lies in it {@link seen} says what has.
 */
export type Mark = {
  /** The date of the newest change, never later than Gorgias' own clock. */
  readonly at: Instant;
  /** Where the window begins. 0 when it holds the whole list. */
  readonly from: Instant;
  /** What was delivered in the window. */
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
export const WINDOW = 120 * SECOND;

/** How many records a window holds at least, however long ago they changed. */
const FEWEST_IN_WINDOW = 50;

/**
 * How many characters {@link Mark.seen} takes up at the most: about 1,300 changes. A walk holds
 * two of them, and the platform keeps 64 KB.
 */
const LONGEST_SEEN = 15_000;

/**
 * How many records of the future are delivered before their date. Where there are more, as after
 * an import, the rest comes when its date does: all of them would take up the mark.
 */
const MOST_AHEAD = 200;

/** How many characters they take up in {@link Mark.seen} at the most. */
const LONGEST_AHEAD = 5_000;

/** How many records without a date are remembered. The log names each of them once, and no more. */
const MOST_UNDATED = 300;

/**
 * Takes records without a date that have not been taken yet.
 *
 * @param taken the ids of those that have; gets as many as are remembered
 * @param isAll whether those are taken too that cannot be remembered
 */
export function takeUndated<R extends { readonly id: number }>(
  records: readonly R[],
  taken: Set<number>,
  isAll = false,
): R[] {
  return records.filter(({ id }) => {
    const isTaken = !taken.has(id) && (isAll || taken.size < MOST_UNDATED);
    if (isTaken && taken.size < MOST_UNDATED) {
      taken.add(id);
    }
    return isTaken;
  });
}

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
 * Which records changed when, newest first: for each record how much earlier it changed than the
 * one before, and the distance between their ids.
 */
export type PackedDates = readonly number[];

/** The date of each record's last change, by id. */
export type Dates = Map<number, Instant>;

/** Unpacks what a mark has seen. */
export function seenIn({ at, seen }: Pick<Mark, "at" | "seen">): Dates {
  const dates: Dates = new Map();
  let date = at;
  let id = 0;
  for (let index = 0; index < seen.length; index += 2) {
    date -= seen[index] ?? 0;
    id += seen[index + 1] ?? 0;
    dates.set(id, date);
  }
  return dates;
}

/**
 * Makes a mark.
 *
 * @param dates what was delivered, at least since `from`
 * @param from where the window begins; later where its changes would take up too much room
 */
export function newMark(at: Instant, from: Instant, dates: Dates, undated: Iterable<number>): Mark {
  const newestFirst = [...dates]
    .filter(([, date]) => date >= from)
    .sort(([id, date], [otherId, otherDate]) => otherDate - date || id - otherId);
  const seen: number[] = [];
  let last: readonly [id: number, date: Instant] = [0, at];
  let size = 0;
  let start = from;
  for (const one of newestFirst) {
    const [id, date] = one;
    const entry = [last[1] - date, id - last[0]];
    const length = entry.join().length + 1;
    if (date > at && size + length > LONGEST_AHEAD) {
      continue;
    }
    size += length;
    if (size > LONGEST_SEEN) {
      start = date + 1;
      break;
    }
    seen.push(...entry);
    last = one;
  }
  return { at, from: start, seen, undated: packIds([...undated].slice(0, MOST_UNDATED)) };
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
  // More may share the oldest date than are known, and make a window that is longer than a page.
  const start = !isWhole && counted === oldest ? counted + 1 : counted;
  return Math.min(Math.max(0, at - WINDOW), start);
}

/**
 * Whether a change is not among those that were delivered.
 *
 * @param until the date of the mark that has seen them: what was later lay in the future
 */
export function isUnseen(seen: Dates, id: number, at: Instant, until: Instant): boolean {
  const delivered = seen.get(id);
  if (delivered === undefined || delivered === at) {
    return delivered === undefined;
  }
  // A list that lags can show a record as it was before the change that was delivered; where that
  // one had a date of the future, the next real change is earlier.
  return at > delivered || delivered > until;
}

/** Whether a change has to wait for its date: it is one of too many that lie in the future. */
export function isHeldBack(dates: Dates, at: Instant, clock = at): boolean {
  return at > clock && [...dates.values()].filter((date) => date > clock).length >= MOST_AHEAD;
}

/** Reads a mark that was kept; undefined for anything else. */
export function markFrom(value: unknown): Mark | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const { at, from, seen, undated } = value;
  if (isCount(at) && isCount(from) && isPackedDates(seen) && isPackedIds(undated)) {
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

/** Whether a value can be an {@link Instant} since 1970, or an id. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isPackedDates(value: unknown): value is PackedDates {
  return isPackedIds(value) && value.length % 2 === 0;
}

/** Whether a value can be {@link PackedIds}. */
export function isPackedIds(value: unknown): value is PackedIds {
  return Array.isArray(value) && value.every(Number.isSafeInteger);
}
