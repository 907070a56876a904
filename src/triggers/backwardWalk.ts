import type { Instant } from "../schemas/instant";
import type { Change, Followed } from "./feed";
import {
  type Dates,
  isHeldBack,
  isUnseen,
  type Mark,
  newMark,
  packIds,
  seenIn,
  takeUndated,
  unpackIds,
} from "./mark";
import { type DatedPage, newestOf, windowOn } from "./page";
import type { Limits, Place, Stretch, WalkBack } from "./place";

/** How many ids a place holds at the most: of those that share its date, and of old places. */
const MOST_IDS = 1_000;

/** What a walk down a list has found so far. */
export class BackwardWalk {
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
  /** What this walk has delivered, as far as it is remembered. */
  readonly #delivered: Dates;
  readonly #undatedIds: Set<number>;
  /** The date of the next mark; undefined before the first page. */
  #at: Instant | undefined;
  /** What was met at the place's date or before. Where it is not known when, the date is 0. */
  readonly #met: Dates;
  #clock: Instant | undefined;
  #pageCount = 0;
  readonly #isContinued: boolean;
  /** What is newer was met by an earlier run, or comes with the next walk. */
  #passed = Number.POSITIVE_INFINITY;
  #passedIds: ReadonlySet<number> = new Set();

  readonly #limits: Limits;
  readonly #wasStalled: boolean;
  #isRestarted = false;

  constructor(
    { mark, next, place, isStalled = false }: Partial<WalkBack> & { mark: Mark },
    limits: Limits,
  ) {
    this.#wasStalled = isStalled;
    this.#limits = limits;
    this.#mark = mark;
    this.#seen = seenIn(mark);
    this.#delivered = next ? seenIn(next) : new Map();
    this.#dates = new Map([...this.#seen, ...this.#delivered]);
    this.#undatedIds = new Set(unpackIds((next ?? mark).undated));
    this.#at = next?.at;
    this.from = next?.from ?? 0;
    this.place = place;
    this.#met = new Map(unpackIds(place?.ids ?? []).map((id) => [id, 0]));
    this.#isContinued = place !== undefined;
    this.#passOver();
  }

  /** Begins again at the front, and leaves out what lies before the walk's place. */
  restart(): void {
    this.#isRestarted = true;
    this.#passOver();
  }

  #passOver(): void {
    if (this.place) {
      this.#passed = this.place.after;
      this.#passedIds = new Set(unpackIds(this.place.ids));
    }
  }

  /** @returns how many changes of a page are new, and those for which there was no room */
  take(page: DatedPage): { readonly found: number; readonly left: readonly Change[] } {
    if (this.#at === undefined && page.changes.length > 0) {
      this.#at = Math.max(this.#mark.at, newestOf(page));
      this.from = windowOn(page, this.#at);
    }
    this.#clock ??= page.clock;
    this.#pageCount += 1;
    const left: Change[] = [];
    let found = 0;
    for (const change of page.changes) {
      const { record, at } = change;
      if (at < this.#mark.from || !isUnseen(this.#seen, record.id, at, this.#mark.at)) {
        this.#remember(change);
      } else if (this.#isNew(change, page)) {
        found += 1;
        if (this.changes.length < this.#limits.changes) {
          this.#deliver(change);
        } else {
          left.push(change);
        }
      }
    }
    this.#undated.push(...takeUndated(page.undated, this.#undatedIds, this.#limits.isHistory));
    return { found, left };
  }

  /**
   * Moves the walk's place behind a page, or, where not all of the page was taken, into its middle.
   *
   * @param cursor where the page behind begins, or where this one does; null at the front
   * @param left what was not taken
   */
  moveTo(cursor: string | null, { changes, places }: DatedPage, left: readonly Change[]): void {
    const after = left.length > 0 ? newest(left) : Math.min(middleOf(places), this.#after);
    for (const { record, at } of changes.filter((change) => !left.includes(change))) {
      this.#met.set(record.id, at);
    }
    for (const [id, at] of this.#met) {
      if (at > after) {
        this.#met.delete(id);
      }
    }
    this.place = { cursor, after, ids: packIds([...this.#met.keys()].slice(-MOST_IDS)) };
  }

  get #after(): Instant {
    return this.place?.after ?? Number.MAX_SAFE_INTEGER;
  }

  /**
   * What this run found. Where cursors expire from run to run, each looks for its place from the
   * front; a place that two in a row did not reach is given up, or nothing new would ever come.
   *
   * @param place where to read on; null when the walk is done
   */
  stretch(place: Place | null): Stretch {
    const isStalled = place !== null && this.#isRestarted && this.changes.length === 0;
    if (isStalled && this.#wasStalled) {
      return { ...this.stretch(null), missed: [this.#mark.at, place.after] };
    }
    const next = this.mark(place === null ? this.#mark.from : 0);
    return {
      changes: this.changes,
      undated: this.#undated,
      progress: place && { mark: this.#mark, next, place, isStalled },
      mark: next,
      isOnePage: place === null && this.#pageCount === 1 && !this.#isContinued,
      clock: this.#clock,
    };
  }

  /** @param earliest a date from which on everything is known */
  mark(earliest: Instant): Mark {
    return newMark(this.#until, Math.max(this.from, earliest), this.#dates, this.#undatedIds);
  }

  #isNew({ record, at }: Change, { clock }: DatedPage): boolean {
    const isPassed = at > this.#passed || this.#passedIds.has(record.id);
    const isKnown = !isUnseen(this.#delivered, record.id, at, this.#until);
    const isHeld = !this.#limits.isHistory && isHeldBack(this.#dates, at, clock);
    return !isPassed && !isKnown && !isHeld;
  }

  #deliver(change: Change): void {
    const { record, at } = change;
    this.changes.push(change);
    this.#delivered.set(record.id, at);
    this.#dates.delete(record.id);
    this.#remember(change);
  }

  #remember({ record: { id }, at }: Change): void {
    if (at >= this.from && isUnseen(this.#dates, id, at, this.#until)) {
      this.#dates.set(id, at);
    }
  }

  get #until(): Instant {
    return this.#at ?? this.#mark.at;
  }
}

function newest(changes: readonly Change[]): Instant {
  return Math.max(...changes.map(({ at }) => at));
}

/** Single records show an old date, or a new one in their old place: the middle says most. */
function middleOf(places: readonly Instant[]): Instant {
  const inOrder = [...places].sort((a, b) => a - b);
  return inOrder[inOrder.length >> 1] ?? Number.MAX_SAFE_INTEGER;
}
