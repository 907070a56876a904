import { Share } from "./share";

/** Tells how full the bucket is: `used/limit` (docs/gorgias-api.md, "Rate limit"). */
export const RATE_LIMIT_HEADER = "x-gorgias-account-api-call-limit";

/**
 * How long a full bucket takes to drain, at first: the slowest that Gorgias documents, whatever
 * its size (docs/gorgias-api.md, "Rate limit"). It only serves to guess when the next place is free.
 * Each answer's header puts the guess right: a bucket that drains faster is used faster, and one
 * that turns out fuller than planned doubles the time.
 */
const FIRST_DRAIN_MS = 20_000;
const LONGEST_DRAIN_MS = 8 * FIRST_DRAIN_MS;

/** Places that are left free, so that rounding in the header never turns into a refusal. */
const SPARE_PLACES = 1;

/**
 * Keeps the requests of one account below its rate limit.
 *
 * Gorgias counts requests in a leaky bucket and tells its level with every answer
 * (`X-Gorgias-Account-Api-Call-Limit: used/limit`). Each request takes its {@link turn} first:
 * while the bucket has room that costs nothing, then turns come as fast as the bucket drains.
 * Requests in flight count as used, so parallel calls cannot overfill the bucket either. Time is
 * that of `performance`, which nobody can set back.
 */
export class Pace {
  /** Undefined until an answer told it; Infinity when answers come without the header. */
  #limit: number | undefined;
  #used = 0;
  #readAt = 0;
  /** When the last reading arrived that no earlier answer could contradict. */
  #certainAt = 0;
  #inFlight = 0;
  #pausedUntil = 0;
  #drainMs = FIRST_DRAIN_MS;
  readonly #share = new Share();
  #queue: Promise<unknown> = Promise.resolve();
  /** Of those who wait for their turn, whether they still do. */
  readonly #waiting = new Set<() => boolean>();
  #landed: (() => void)[] = [];

  /**
   * Resolves when a request may be sent; call {@link land} once it is answered or has failed.
   *
   * @param isWanted asked when the turn has come: one that nobody wants any more takes no place
   * @returns whether a place was taken
   */
  turn(isWanted: () => boolean): Promise<boolean> {
    this.#waiting.add(isWanted);
    const mine = this.#queue.then(() => this.#room(isWanted));
    this.#queue = mine;
    return mine;
  }

  /**
   * How long the next turn is away at the least, in milliseconds: only answers that are under way
   * can bring it nearer, and those end no pause.
   */
  leastWaitMs(): number {
    return this.#inFlight === 0 || performance.now() < this.#pausedUntil ? this.#waitMs() : 0;
  }

  /**
   * How long a turn is away that is asked for now, in milliseconds, as far as can be told: after
   * those that wait already, and as fast as the bucket is known to drain.
   */
  expectedWaitMs(): number {
    const waitMs = this.#waitMs();
    const limit = this.#limit ?? Number.POSITIVE_INFINITY;
    const gapMs = Math.max(this.#drainMs / limit, this.#share.gapMs(performance.now()));
    // An answer that is waited for tells more, but nobody knows when it comes.
    if (waitMs === 0 || waitMs === Number.POSITIVE_INFINITY) {
      return 0;
    }
    return waitMs + [...this.#waiting].filter((isWanted) => isWanted()).length * gapMs;
  }

  /**
   * @param sentAt when the request was sent, by `performance.now()`
   * @param header the answer's rate limit header, for example `10/40`, or an empty text when it
   *   had none; undefined when no answer came
   */
  land(sentAt: number, header?: string): void {
    this.#inFlight -= 1;
    this.#read(sentAt, header);
    for (const wake of this.#landed.splice(0)) {
      wake();
    }
  }

  /** Holds every request of the account back after a refusal. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + ms);
  }

  async #room(isWanted: () => boolean): Promise<boolean> {
    for (let wait = this.#waitMs(); wait > 0 && isWanted(); wait = this.#waitMs()) {
      await (this.#inFlight > 0 && performance.now() >= this.#pausedUntil
        ? new Promise<void>((wake) => this.#landed.push(wake))
        : sleep(wait));
    }
    this.#waiting.delete(isWanted);
    if (!isWanted()) {
      return false;
    }
    this.#inFlight += 1;
    this.#share.send(performance.now());
    return true;
  }

  #waitMs(): number {
    const now = performance.now();
    if (now < this.#pausedUntil) {
      return this.#pausedUntil - now;
    }
    if (this.#limit === undefined) {
      // The first request goes alone: its answer tells how many may follow at once.
      return this.#inFlight > 0 ? Number.POSITIVE_INFINITY : 0;
    }
    if (this.#limit === Number.POSITIVE_INFINITY) {
      return 0;
    }
    const highest = Math.max(0, this.#limit - SPARE_PLACES - 1);
    const excess = this.#level(now) + this.#inFlight - highest;
    const untilRoomMs = (excess * this.#drainMs) / this.#limit;
    return Math.max(0, Math.ceil(Math.max(untilRoomMs, this.#share.waitMs(now))));
  }

  #level(now: number): number {
    const drained = ((now - this.#readAt) * (this.#limit ?? 0)) / this.#drainMs;
    return Math.max(0, this.#used - drained);
  }

  #read(sentAt: number, header: string | undefined): void {
    const [, used, limit] = /^\s*(\d+)\s*\/\s*([1-9]\d*)\s*$/.exec(header ?? "") ?? [];
    if (used === undefined || limit === undefined) {
      if (header !== undefined) {
        this.#limit ??= Number.POSITIVE_INFINITY;
      }
      return;
    }
    const now = performance.now();
    // Answers overtake each other: one to a request that was sent before the last certain reading
    // may be older than it, so it can only raise the level.
    const certain = sentAt >= this.#certainAt;
    this.#used = certain ? Number(used) : Math.max(Number(used), this.#level(now));
    this.#limit = Number(limit);
    this.#readAt = now;
    if (certain) {
      this.#certainAt = now;
      this.#share.read(now, this.#used, this.#limit, this.#inFlight);
    }
    if (this.#used > this.#limit - SPARE_PLACES && !this.#share.hasOthers(now)) {
      this.#drainMs = Math.min(LONGEST_DRAIN_MS, 2 * this.#drainMs);
    }
  }
}

const paces = new Map<string, Pace>();

/** The pace of one account and credential, shared by every client of this process. */
export function paceOf(origin: string, authorization: string): Pace {
  const key = `${origin} ${authorization}`;
  const known = paces.get(key) ?? new Pace();
  paces.set(key, known);
  return known;
}

/** Waits. Whoever needs what comes after it keeps the process alive: a turn may be given up. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
