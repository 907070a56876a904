/** How long others are reckoned with after they were last noticed. */
const REMEMBERED_MS = 300_000;

/** The wait between two requests at a full bucket, at first and at the most. */
const FIRST_LONGEST_MS = 15_000;
const LONGEST_MS = 60_000;

/** The wait doubles with each tenth of the bucket that is full. */
const DOUBLINGS = 10;

/**
 * One client's share of a bucket that strangers use as well: other executions, and other apps of
 * the same account. They know of each other by nothing but the level, which is the same for all. So
 * all of them wait the longer between two requests the fuller it is, and it settles where
 * together they send as much as runs out. How full that is depends on how many they are, and it
 * leaves room for one that begins. Whoever finds the bucket full waits longer from then on, which
 * tells long executions from short ones: those that have just begun go first.
 *
 * As long as there is nobody else, there is no wait. `npm run bench` tells how it works out.
 */
export class Share {
  #othersUntil = 0;
  /** The level at the last reading, and how many requests of our own can have come on top. */
  #level = 0;
  #own = 0;
  #sentAt = 0;
  #waitMs = 0;
  #longestMs = FIRST_LONGEST_MS;

  /** @returns how many milliseconds are left until the next request may be sent */
  waitMs(now: number): number {
    return this.hasOthers(now) ? Math.max(0, this.#sentAt + this.#waitMs - now) : 0;
  }

  /** How far apart requests are sent, in milliseconds. */
  gapMs(now: number): number {
    return this.hasOthers(now) ? this.#waitMs : 0;
  }

  /** Whether others have used the bucket lately. */
  hasOthers(now: number): boolean {
    return now < this.#othersUntil;
  }

  /** Counts a request that is about to be sent. */
  send(now: number): void {
    this.#own += 1;
    this.#sentAt = now;
  }

  /**
   * Takes note of the level that the latest answer told.
   *
   * @param inFlight how many requests have no answer yet: they can be in that level already
   */
  read(now: number, used: number, limit: number, inFlight: number): void {
    if (!this.hasOthers(now)) {
      this.#longestMs = FIRST_LONGEST_MS;
    }
    // However slowly the bucket drains, requests of our own do not raise it by more than their number.
    if (used - this.#level > this.#own) {
      this.#othersUntil = now + REMEMBERED_MS;
    }
    this.#level = used;
    this.#own = inFlight;
    // Those that were refused together must not come again together.
    const jitter = 0.5 + Math.random();
    this.#waitMs = (jitter * this.#longestMs) / 2 ** (DOUBLINGS * (1 - used / limit));
    if (used >= limit) {
      this.#longestMs = Math.min(LONGEST_MS, 2 * this.#longestMs);
    }
  }
}
