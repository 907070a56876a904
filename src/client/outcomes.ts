import { isLastingFault } from "./faults";
import { EMPTY, NOT_JSON, type Outcome, PACKING, TOO_LARGE } from "./http";
import { parsed } from "./words";

/** Whether a fault of the network or of Gorgias ended a request: it may be over a moment later. */
export function isPassing(outcome: Outcome): boolean {
  if (outcome.kind === "fault") {
    return true;
  }
  // 408: the request came too slowly, or was given up half-way (RFC 9110, 15.5.9).
  const { status, flaw } = outcome;
  return status >= 500 || status === 408 || (flaw !== undefined && !isUnreadable(outcome));
}

/** Whether a success came whole, and what came makes no sense. */
export function isUnreadable(outcome: Outcome): boolean {
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

/** Whether another try would end in the same way: what is too large or oddly packed will be so again. */
export function willComeAgain(outcome: Outcome): boolean {
  return outcome.kind === "fault"
    ? isLastingFault(outcome.code)
    : [PACKING, TOO_LARGE].includes(outcome.flaw ?? "");
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

/** Whether Gorgias says that a request succeeded, however little came of the answer. */
export function wasCarriedOut(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status >= 200 && outcome.status < 300;
}

/** Whether Gorgias may have carried out a request that failed: it did not refuse it. */
export function mayBeCarriedOut(outcome: Outcome): boolean {
  return outcome.kind === "fault"
    ? outcome.wasSent
    : wasCarriedOut(outcome) || outcome.status >= 500 || outcome.status === 408;
}

/** Whether a request was given up before its answer came to its end. */
export function tookTooLong(outcome: Outcome): boolean {
  return (outcome.kind === "fault" ? outcome.code : outcome.flaw) === "TIMEOUT";
}

/** Whether Gorgias refused a request for its rate limit. It was not carried out then. */
export function isRateLimited(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status === 429;
}

/**
 * Whether a firewall in front of Gorgias refused a request: Gorgias itself answers in JSON, or
 * nothing (docs/gorgias-api.md, "Errors").
 */
export function isFirewall(outcome: Outcome): boolean {
  if (outcome.kind === "fault" || outcome.status !== 403) {
    return false;
  }
  const { body, headers } = outcome;
  const text = parsed(body);
  const isJson = /\bjson\b/i.test(headers["content-type"] ?? "");
  return typeof text === "string" && text.trim() !== "" && !isJson;
}

/**
 * What an answer's `Retry-After` asks for: seconds (docs/gorgias-api.md, "Rate limit"), or a date
 * (RFC 9110, 10.2.3), by the clock of whoever wrote it.
 *
 * @returns milliseconds; 0 when the answer asks for nothing
 */
export function retryAfterMs(outcome: Outcome): number {
  const { "retry-after": asked = "", date = "" } = outcome.kind === "answer" ? outcome.headers : {};
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(asked)) {
    return Number(asked) * 1000;
  }
  const now = Date.parse(date) || Date.now();
  return Math.max(0, (dateOf(asked.trim()) ?? now) - now);
}

/** A date in one of HTTP's forms (RFC 9110, 5.6.7), or an ISO date-time. */
const DATE = /^(?:[a-z]{3,9},? \S|\d{4}-\d\d-\d\dT)/i;

/** That a date is in UTC, or how far it is off: some forms leave it out, and mean UTC. */
const ZONE = /(?:[a-z]|[+-]\d\d:?\d\d)$/i;

/** @returns undefined for what is no date */
function dateOf(text: string): number | undefined {
  const time = DATE.test(text) ? Date.parse(ZONE.test(text) ? text : `${text}Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
