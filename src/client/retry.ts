import { isLastingFault } from "./faults";
import { EMPTY, type HttpRequest, NOT_JSON, type Outcome, PACKING, TOO_LARGE } from "./http";

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

/** Whether a fault of the network or of Gorgias ended a request: it may be over a moment later. */
function isPassing(outcome: Outcome): boolean {
  if (outcome.kind === "fault") {
    return true;
  }
  // 408: the request came too slowly, or was given up half-way (RFC 9110, 15.5.9).
  const { status, flaw } = outcome;
  return status >= 500 || status === 408 || (flaw !== undefined && !isUnreadable(outcome));
}

/** Whether a success came whole, and what came makes no sense. */
function isUnreadable(outcome: Outcome): boolean {
  return (
    outcome.kind === "answer" && [NOT_JSON, EMPTY, PACKING, TOO_LARGE].includes(outcome.flaw ?? "")
  );
}

/** Whether the same request may be answered later on. */
export function mayPass(outcome: Outcome): boolean {
  return (
    !willComeAgain(outcome) &&
    (isPassing(outcome) || isUnreadable(outcome) || isRateLimited(outcome) || isFirewall(outcome))
  );
}

/** Whether another try would end in the same way: an answer that is too large will be so again. */
function willComeAgain(outcome: Outcome): boolean {
  return outcome.kind === "fault" ? isLastingFault(outcome.code) : outcome.flaw === TOO_LARGE;
}

/** Whether a failed try is followed by another. What Gorgias has carried out is not done again. */
export function isTriedAgain(
  policy: RetryPolicy,
  request: Repeatability,
  outcome: Outcome,
  retry: number,
): boolean {
  const isDone = !request.isRead && isUnreadable(outcome);
  return (
    !isDone &&
    !willComeAgain(outcome) &&
    retry <= policy.retries &&
    policy.shouldRetry(request, outcome)
  );
}

/**
 * Whether Gorgias has surely done nothing: it refused the request, or never saw it. To a request
 * answered 408 it may have begun. One answered 425 it would not look at before the connection was
 * safe (RFC 8470, 5.2).
 */
export function wasNotCarriedOut(outcome: Outcome): boolean {
  return outcome.kind === "fault"
    ? !outcome.wasSent
    : outcome.status === 425 || isRateLimited(outcome);
}

/** Whether Gorgias may have carried out a request that failed: it did not refuse it. */
export function mayBeCarriedOut(outcome: Outcome): boolean {
  return outcome.kind === "fault"
    ? outcome.wasSent
    : outcome.status < 400 || outcome.status >= 500 || outcome.status === 408;
}

/** Whether Gorgias refused a request for its rate limit. It was not carried out then. */
export function isRateLimited(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status === 429;
}

/** Whether a firewall in front of Gorgias refused a request, with a web page (docs/gorgias-api.md, "Errors"). */
export function isFirewall(outcome: Outcome): boolean {
  return (
    outcome.kind === "answer" &&
    outcome.status === 403 &&
    /^\s*<(?:!doctype|html)/i.test(String(outcome.body))
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

/**
 * What an answer's `Retry-After` asks for: seconds (docs/gorgias-api.md, "Rate limit"), or a date
 * as HTTP allows (RFC 9110, 10.2.3), by the clock of whoever wrote it.
 *
 * @returns milliseconds; 0 when the answer asks for nothing
 */
export function retryAfterMs(outcome: Outcome): number {
  const { "retry-after": asked = "", date = "" } = outcome.kind === "answer" ? outcome.headers : {};
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(asked)) {
    return Number(asked) * 1000;
  }
  const until = /^\s*\w+, /.test(asked) ? Date.parse(asked) : Number.NaN;
  const now = Date.parse(date) || Date.now();
  return Number.isNaN(until) ? 0 : Math.max(0, until - now);
}
