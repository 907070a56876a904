import { type Fault, type HttpRequest, type Outcome, TOO_LARGE } from "./http";

/** What decides whether a request may be sent again. */
export type Repeatability = Pick<HttpRequest, "method" | "isRead">;

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
  shouldRetry(request: Repeatability, outcome: Outcome): boolean;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const LONGEST_RETRY_AFTER_MS = 60_000;

/** Faults that come before a connection exists, so that nothing can have been carried out. */
const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);

/**
 * What every action uses: five retries, exponential with full jitter from 0.5 s, at most 30 s.
 * What was not carried out may be repeated, whatever it is. Otherwise reads, PUT and DELETE are
 * repeated after network faults and 5xx, for doing them twice is the same as doing them once.
 */
export const standardRetry: RetryPolicy = {
  retries: 5,
  delayMs: exponentialDelayMs,
  shouldRetry({ method, isRead }, outcome) {
    const mayRepeat = isRead || method === "PUT" || method === "DELETE";
    const isPassing = outcome.kind === "fault" || outcome.status >= 500;
    return wasNotCarriedOut(outcome) || (mayRepeat && isPassing);
  },
};

/** Whether a try is followed by another. An answer that was too large will be so again. */
export function isTriedAgain(
  policy: RetryPolicy,
  request: Repeatability,
  outcome: Outcome,
  attempt: number,
): boolean {
  const isTooLarge = outcome.kind === "fault" && outcome.code === TOO_LARGE;
  return !isTooLarge && attempt <= policy.retries && policy.shouldRetry(request, outcome);
}

/** What a request ends with that went over a connection which was dead already. */
const CUT_OFF: Fault = { kind: "fault", code: "ECONNRESET" };

/**
 * Whether a try may go over a connection that an earlier request has left open. That one may be
 * dead by now, so only a try that is followed by another one may; and no second one may, for there
 * can be more dead connections than tries.
 */
export function mayReuseConnection(
  policy: RetryPolicy,
  request: Repeatability,
  attempt: number,
): boolean {
  return attempt === 1 && isTriedAgain(policy, request, CUT_OFF, attempt);
}

/** Whether Gorgias has surely done nothing: it refused the request, or never saw it. */
export function wasNotCarriedOut(outcome: Outcome): boolean {
  return isRateLimited(outcome) || (outcome.kind === "fault" && NEVER_CONNECTED.has(outcome.code));
}

/** Whether Gorgias refused a request for its rate limit. It was not carried out then. */
export function isRateLimited(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status === 429;
}

/** Exponential with full jitter: somewhere between 0 and 0.5 s, 1 s, 2 s …, at most 30 s. */
export function exponentialDelayMs(retry: number): number {
  return Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (retry - 1));
}

/**
 * What a refusal's `Retry-After` asks for: whole seconds (docs/gorgias-api.md, "Rate limit").
 *
 * @returns milliseconds, at most a minute; 0 when the answer asks for nothing
 */
export function retryAfterMs(outcome: Outcome): number {
  const seconds = outcome.kind === "answer" ? Number(outcome.headers["retry-after"]) : 0;
  return Number.isFinite(seconds)
    ? Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, seconds) * 1000)
    : 0;
}
