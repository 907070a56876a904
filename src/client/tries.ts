import type { Fault, HttpRequest, Outcome } from "./http";
import { isRateLimited, mayBeCarriedOut, retryAfterMs } from "./outcomes";
import {
  exponentialDelayMs,
  isTriedAgain,
  LONGEST_WAIT_MS,
  type RetryPolicy,
  refusalDelayMs,
} from "./retry";

/** What a request ends with that went over a connection which was dead already. */
const CUT_OFF: Fault = { kind: "fault", code: "ECONNRESET", wasSent: true };

/** The tries of one request: how many there were, and whether and when the next one follows. */
export class Tries {
  readonly #request: HttpRequest;
  readonly #policy: RetryPolicy;
  #count = 0;
  #retries = 0;
  #refusals = 0;
  /** How long was waited before retries, as planned. */
  #delayedMs = 0;
  /** How long was waited because Gorgias asked for it, or refused, as planned. */
  #askedMs = 0;
  #mayHaveBeenDone = false;

  constructor(request: HttpRequest, policy: RetryPolicy) {
    this.#request = request;
    this.#policy = policy;
  }

  /** How often the request was sent. */
  get count(): number {
    return this.#count;
  }

  /** Whether a try that failed may have been carried out all the same. */
  get mayHaveBeenDone(): boolean {
    return this.#mayHaveBeenDone;
  }

  /**
   * Counts a try.
   *
   * @returns whether it may go over a connection that an earlier request has left open. That one
   *   may be dead by now, so only a try that is followed by another one may; and no second one may,
   *   for there can be more dead connections than tries.
   */
  begin(): boolean {
    this.#count += 1;
    return this.#count === 1 && isTriedAgain(this.#policy, this.#request, CUT_OFF, 1);
  }

  /**
   * What comes after a try that failed.
   *
   * @returns how long to wait before the next one, in milliseconds; undefined when it was the last
   */
  waitAfter(outcome: Outcome): number | undefined {
    const askedMs = retryAfterMs(outcome);
    const left = LONGEST_WAIT_MS - this.#askedMs;
    const delayMs = this.#delayMs(outcome, askedMs);
    const isAsked = askedMs > 0 || isRateLimited(outcome);
    if (delayMs === undefined || askedMs > left || (isAsked && left === 0)) {
      return undefined;
    }
    this.#mayHaveBeenDone ||= mayBeCarriedOut(outcome);
    const waitMs = isAsked ? Math.min(askedMs + delayMs, left) : delayMs;
    this.#askedMs += isAsked ? waitMs : 0;
    return waitMs;
  }

  /** The wait beside what was asked for. */
  #delayMs(outcome: Outcome, askedMs: number): number | undefined {
    if (isRateLimited(outcome) && this.#policy.outlastsRefusals) {
      this.#refusals += 1;
      return askedMs > 0 ? exponentialDelayMs(this.#refusals) : refusalDelayMs(this.#refusals);
    }
    if (!isTriedAgain(this.#policy, this.#request, outcome, this.#retries + 1)) {
      return undefined;
    }
    this.#retries += 1;
    const delayMs = this.#policy.delayMs(this.#retries, this.#delayedMs);
    this.#delayedMs += delayMs;
    return delayMs;
  }
}
