import type { Instant } from "../schemas/instant";
import type { Change, Followed } from "./feed";
import {
  type Dates,
  isHeldBack,
  isUnseen,
  type Mark,
  newMark,
  seenIn,
  takeUndated,
  unpackIds,
  WINDOW,
  windowStart,
} from "./mark";
import { type DatedPage, newestOf } from "./page";
import { type Limits, markOf, type PlaceAhead, type Progress, type Stretch } from "./place";

/** What a walk forwards has found so far. */
export class ForwardWalk {
  /** Where to read on; null to begin a new list at the mark. */
  place: PlaceAhead | null;
  isRead = false;
  /** Whether something stands behind what was read. */
  isMore = true;
  readonly #limits: Limits;
  readonly changes: Change[] = [];
  readonly #undated: Followed[] = [];
  #mark: Mark;
  #clock: Instant | undefined;
  /** The list that is read: where it begins, and Gorgias' clock when it did. */
  #list: { readonly from: Instant; clock: Instant | null } = { from: 0, clock: null };

  constructor(start: Mark | Progress, limits: Limits) {
    this.#mark = markOf(start);
    this.#limits = limits;
    this.place = "ahead" in start ? start.ahead : null;
  }

  /** Whether more records share the mark's date than it remembers: a new list would lose some. */
  get isSplit(): boolean {
    return this.place !== null && this.#mark.from > this.#mark.at;
  }

  /** @returns where the list begins that is to be read */
  begin(): Instant {
    const from = this.place?.from ?? Math.min(this.#mark.from, this.#mark.at);
    this.#list = { from, clock: this.place?.clock ?? null };
    return from;
  }

  take(page: DatedPage): void {
    this.isRead = true;
    this.#clock = page.clock ?? this.#clock;
    this.#list.clock ??= page.clock ?? null;
    const seen = seenIn(this.#mark);
    const dates = new Map(seen);
    let taken = 0;
    for (const change of page.changes) {
      const { record, at } = change;
      if (isUnseen(seen, record.id, at, this.#mark.at)) {
        if (this.changes.length >= this.#limits.changes && !this.isSplit) {
          break;
        }
        if (this.#limits.isHistory || !isHeldBack(dates, at, page.clock)) {
          this.changes.push(change);
          dates.set(record.id, at);
        }
      }
      taken += 1;
    }
    const left = page.changes.slice(taken);
    this.#mark = this.#markBehind({ ...page, changes: page.changes.slice(0, taken) }, left, dates);
    this.isMore = left.length > 0 || page.next !== null;
    const isOfUse = page.next !== null && left.length === 0 && !this.#isStale(page);
    this.place = isOfUse ? { ...this.#list, cursor: page.next } : null;
  }

  stretch(): Stretch {
    return {
      changes: this.changes,
      undated: this.#undated,
      progress: this.isMore ? { mark: this.#mark, ahead: this.place } : null,
      mark: this.#mark,
      isOnePage: false,
      clock: this.#clock,
    };
  }

  /**
   * The mark behind a page. Its window goes back from what was read, and from when the list was
   * begun: nothing older can show up any more that the cursor has passed.
   *
   * @param left what the page holds beyond what was taken
   */
  #markBehind(page: DatedPage, left: readonly Change[], dates: Dates): Mark {
    const before = this.#mark;
    // A list begins in front of the mark, in its window.
    const reached = newestOf(page);
    const at = Math.max(before.at, reached);
    const newestFirst = [...dates.values()].sort((a, b) => b - a);
    const starts = [
      reached,
      windowStart(at, newestFirst, false),
      (this.#list.clock ?? at) - WINDOW,
      ...left.map((one) => one.at),
    ];
    const undated = new Set(unpackIds(before.undated));
    this.#undated.push(...takeUndated(page.undated, undated, this.#limits.isHistory));
    return newMark(at, Math.max(before.from, Math.min(...starts)), dates, undated);
  }

  /** Whether a list was begun so long ago that the window behind it grows too large. */
  #isStale(page: DatedPage): boolean {
    const { clock } = this.#list;
    return (
      clock !== null && newestOf(page) > clock - WINDOW && (page.clock ?? clock) > clock + WINDOW
    );
  }
}
