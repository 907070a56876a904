import type { Method, Outcome } from "./http";

/** When a failed request is sent again, and after how long. */
export interface RetryPolicy {
  /** How many times at the most; 0 sends each request once. */
  readonly retries: number;
  /**
   * How long to wait before the next try.
   *
   * @param retry 1 before the first retry
   * @returns milliseconds
   */
  delayMs(retry: number): number;
  /** Whether this outcome may be tried again at all. */
  shouldRetry(method: Method, outcome: Outcome): boolean;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const LONGEST_RETRY_AFTER_MS = 60_000;

/** Faults that come before a connection exists, so that nothing can have been carried out. */
const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);

/**
 * What every action uses: five retries, exponential with full jitter from 0.5 s, at most 30 s.
 * A refusal (429) was not carried out, so anything may be repeated after it. Otherwise reads, PUT
 * and DELETE are repeated after network faults and 5xx; a POST only if no connection came about.
 */
export const standardRetry: RetryPolicy = {
  retries: 5,
  delayMs: exponentialDelayMs,
  shouldRetry(method, outcome) {
    if (outcome.kind === "answer") {
      return isRefusal(outcome) || (outcome.status >= 500 && mayRepeat(method));
    }
    return mayRepeat(method) || NEVER_CONNECTED.has(outcome.code);
  },
};

/** Whether doing it twice is the same as doing it once. */
function mayRepeat(method: Method): boolean {
  return method !== "POST" && method !== "PATCH";
}

/** Whether Gorgias refused a request for its rate limit. It was not carried out then. */
export function isRefusal(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status === 429;
}

/** Exponential with full jitter: somewhere between 0 and 0.5 s, 1 s, 2 s …, at most 30 s. */
export function exponentialDelayMs(retry: number): number {
  return Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (retry - 1));
}

/**
 * What a refusal's `Retry-After` asks for: whole seconds (gorgias-api notes, "Rate limit").
 *
 * @returns milliseconds, at most a minute; 0 when the answer asks for nothing
 */
export function retryAfterMs(outcome: Outcome): number {
  const seconds = outcome.kind === "answer" ? Number(outcome.headers["retry-after"]) : 0;
  return Number.isFinite(seconds)
    ? Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, seconds) * 1000)
    : 0;
}
