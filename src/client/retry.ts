import type { HttpRequest, Outcome } from "./http";
import {
  isPassing,
  isUnreadable,
  wasCarriedOut,
  wasNotCarriedOut,
  willComeAgain,
} from "./outcomes";

/** What decides whether a request may be sent again. */
export type Repeatability = Pick<HttpRequest, "method" | "isRead">;

/** When a failed request is sent again, and after how long. */
export interface RetryPolicy {
  /** How many times at the most; 0 sends each request once. */
  readonly retries: number;
  /**
   * Whether refusals for the rate limit are waited out, for up to {@link LONGEST_WAIT_MS}. Without
   * it, each takes a retry like any other failure.
   */
  readonly outlastsRefusals?: boolean;
  /**
   * How long to wait before the next try.
   *
   * @param retry 1 before the first retry
   * @param waitedMs how long the waits before the earlier retries were, in all
   * @returns milliseconds
   */
  delayMs(retry: number, waitedMs: number): number;
  /** Whether this outcome may be tried again at all. */
  shouldRetry(request: Repeatability, outcome: Outcome): boolean;
}

const RETRIES = 5;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/** An outage of this length is outlived: the last try comes no sooner after the first. */
const OUTAGE_MS = 16_000;

/** How long a request waits in all because Gorgias asks it to, or for the rate limit. */
export const LONGEST_WAIT_MS = 300_000;

/**
 * What every action uses: five retries, exponential with full jitter from 0.5 s; the last one comes
 * when 16 s have been waited in all. Refusals for the rate limit do not count as retries.
 *
 * What was not carried out may be repeated, whatever it is. Otherwise reads, PUT and DELETE are
 * repeated after faults that pass, for doing them twice is the same as doing them once, and reads
 * after answers that make no sense as well.
 */
export const standardRetry: RetryPolicy = {
  retries: RETRIES,
  outlastsRefusals: true,
  delayMs(retry, waitedMs) {
    const least = retry < RETRIES ? 0 : Math.max(0, OUTAGE_MS - waitedMs);
    return least + exponentialDelayMs(retry);
  },
  shouldRetry({ method, isRead }, outcome) {
    const mayRepeat = isRead || method === "PUT" || method === "DELETE";
    return (
      wasNotCarriedOut(outcome) ||
      (mayRepeat && isPassing(outcome)) ||
      (isRead && isUnreadable(outcome))
    );
  },
};

/** Whether a failed try is followed by another. What Gorgias has carried out is not done again. */
export function isTriedAgain(
  policy: RetryPolicy,
  request: Repeatability,
  outcome: Outcome,
  retry: number,
): boolean {
  return (
    (request.isRead || !wasCarriedOut(outcome)) &&
    !willComeAgain(outcome) &&
    retry <= policy.retries &&
    policy.shouldRetry(request, outcome)
  );
}

/** Exponential with full jitter: somewhere between 0 and 0.5 s, 1 s, 2 s …, at most 30 s. */
export function exponentialDelayMs(retry: number): number {
  return Math.random() * longestDelayMs(retry);
}

/** How long to wait after a refusal that does not say it: exponential, at least half of it. */
export function refusalDelayMs(refusal: number): number {
  return (longestDelayMs(refusal) + exponentialDelayMs(refusal)) / 2;
}

function longestDelayMs(retry: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (retry - 1));
}
