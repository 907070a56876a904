import type { GorgiasClient } from "../client";
import { OutOfTimeError } from "../client/errors";
import { ExpiredCursorError, pages } from "../client/pages";
import type { Change, Feed, Followed } from "./feed";
import type { Instant } from "./instant";
import { type Dates, isHeldBack, isUnseen, type Mark, newMark, seenIn, unpackIds } from "./mark";
import { type DatedPage, datedPage, newestOf, reaches, windowOn } from "./page";
import {
  budgetOf,
  type Limits,
  markOf,
  type Place,
  type Progress,
  pageSizeOf,
  placeBehind,
  type Stretch,
  type WalkBack,
} from "./place";

/** How often a run walks again from the front because a cursor has expired. */
const MOST_WALKS = 3;

/** The mark of an account as it is now: everything that is there counts as handed on. */
export async function currentMark(gorgias: GorgiasClient, feed: Feed): Promise<Mark> {
  const walk = new Walk({ mark: NOTHING_NEW }, 0);
  for await (const read of pages<Followed>(gorgias, feed.list)) {
    const page = datedPage(feed, read);
    walk.take(page);
    if (reaches(page, walk.from)) {
      break;
    }
  }
  return walk.mark(0);
}

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
  { list, ...order }: Feed,
  start: Mark | Progress,
  limits: Limits,
): Promise<Stretch> {
  const feed = { ...order, list: { ...list, pageSize: pageSizeOf(limits) } };
  const begun = "place" in start ? start : { mark: markOf(start) };
  const walk = new Walk(begun, limits.ahead);
  const isUsedUp = budgetOf(limits);
  for await (const page of pagesFrom(gorgias, feed, walk)) {
    const found = walk.take(page);
    if (page.next === null || (found === 0 && reaches(page, begun.mark.from))) {
      return walk.stretch(null);
    }
    walk.place = placeBehind(page, page.next, walk.place);
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
  walk: Walk,
): AsyncGenerator<DatedPage> {
  let pageCount = 0;
  for (let walks = 1; ; walks += 1) {
    try {
      const cursor = walks === 1 ? walk.place?.cursor : undefined;
      for await (const read of pages<Followed>(gorgias, feed.list, cursor)) {
        yield datedPage(feed, read);
        pageCount += 1;
      }
      return;
    } catch (error) {
      if (error instanceof OutOfTimeError && pageCount > 0) {
        return;
      }
      if (!(error instanceof ExpiredCursorError) || walks > MOST_WALKS) {
        throw error;
      }
      walk.passOver();
    }
  }
}

/** What a walk down a list has found so far. */
class Walk {
  readonly changes: Change[] = [];
  readonly #undated: Followed[] = [];
  /** Where to read on; undefined at the front. */
  place: Place | undefined;
  /** Where the next mark's window begins. */
  from: Instant;
  readonly #mark: Mark;
  /** What the mark has seen. */
  readonly #seen: Dates;
  /** What the next mark has seen. */
  readonly #dates: Dates;
  /** What this walk has handed on, as far as it is remembered. */
  readonly #handedOn: Dates;
  readonly #undatedIds: Set<number>;
  /** The date of the next mark; undefined before the first page. */
  #at: Instant | undefined;
  #clock: Instant | undefined;
  #pageCount = 0;
  readonly #isContinued: boolean;
  /** What is newer was met by an earlier run, or comes with the next walk. */
  #passed = Number.POSITIVE_INFINITY;
  #passedIds: ReadonlySet<number> = new Set();

  readonly #mostAhead: number;

  constructor({ mark, next, place }: Partial<WalkBack> & { mark: Mark }, mostAhead: number) {
    this.#mostAhead = mostAhead;
    this.#mark = mark;
    this.#seen = seenIn(mark);
    this.#handedOn = next ? seenIn(next) : new Map();
    this.#dates = new Map([...this.#seen, ...this.#handedOn]);
    this.#undatedIds = new Set(unpackIds((next ?? mark).undated));
    this.#at = next?.at;
    this.from = next?.from ?? 0;
    this.place = place;
    this.#isContinued = place !== undefined;
    this.passOver();
  }

  /** Leaves out what lies before the walk's place. */
  passOver(): void {
    if (this.place) {
      this.#passed = this.place.after;
      this.#passedIds = new Set(unpackIds(this.place.ids));
    }
  }

  /** @returns how many changes of a page are new */
  take(page: DatedPage): number {
    if (this.#at === undefined && page.places.length > 0) {
      this.#at = Math.max(this.#mark.at, newestOf(page));
      this.from = windowOn(page, this.#at);
    }
    this.#clock ??= page.clock;
    this.#pageCount += 1;
    let found = 0;
    for (const change of page.changes) {
      if (isUnseen(this.#mark, this.#seen, change.record.id, change.at)) {
        found += this.#hand(change, page) ? 1 : 0;
      } else {
        this.#remember(change);
      }
    }
    for (const record of page.undated.filter(({ id }) => !this.#undatedIds.has(id))) {
      this.#undatedIds.add(record.id);
      this.#undated.push(record);
    }
    return found;
  }

  /** @param place where to read on; null when the walk is done */
  stretch(place: Place | null): Stretch {
    const next = this.mark(place === null ? this.#mark.from : 0);
    return {
      changes: this.changes,
      undated: this.#undated,
      progress: place && { mark: this.#mark, next, place },
      mark: next,
      isOnePage: place === null && this.#pageCount === 1 && !this.#isContinued,
      clock: this.#clock,
    };
  }

  /** @param earliest a date from which on everything is known */
  mark(earliest: Instant): Mark {
    const at = this.#at ?? this.#mark.at;
    return newMark(at, Math.max(this.from, earliest), this.#dates, this.#undatedIds);
  }

  #hand(change: Change, { clock }: DatedPage): boolean {
    const { record, at } = change;
    const isPassed = at > this.#passed || this.#passedIds.has(record.id);
    const isKnown = at <= (this.#handedOn.get(record.id) ?? Number.NEGATIVE_INFINITY);
    if (isPassed || isKnown || isHeldBack(this.#dates, at, this.#mostAhead, clock)) {
      return false;
    }
    this.changes.push(change);
    this.#handedOn.set(record.id, at);
    this.#remember(change);
    return true;
  }

  #remember({ record: { id }, at }: Change): void {
    if (at >= this.from && at > (this.#dates.get(id) ?? Number.NEGATIVE_INFINITY)) {
      this.#dates.set(id, at);
    }
  }
}
