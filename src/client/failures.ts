import type { Account } from "./authorization";
import { duration } from "./deadline";
import { GorgiasConnectionError, GorgiasError } from "./errors";
import { describeFault, reasonOf } from "./faults";
import {
  type Answer,
  EMPTY,
  type HttpRequest,
  isToGorgias,
  LARGEST_MIB,
  NOT_JSON,
  type Outcome,
  PACKING,
  TOO_LARGE,
} from "./http";
import { aroundFault } from "./jsonFault";
import { mayBeCarriedOut, mayPass, retryAfterMs, wasCarriedOut } from "./outcomes";
import { isBlamedOnConnection, refusalOf } from "./refusals";
import type { Mask } from "./secrets";
import { quoteBody } from "./words";

/** What is known of the tries of a request. */
export interface Tried {
  /** How often it was sent. */
  readonly count: number;
  /** Whether one that failed may have been carried out all the same. */
  readonly mayHaveBeenDone: boolean;
}

/** The error for a request that failed for good. */
export function failureOf(
  account: Account,
  mask: Mask,
  request: HttpRequest,
  outcome: Outcome,
  tried: Tried,
): GorgiasError | GorgiasConnectionError {
  const tries = tried.count > 1 ? `Tried ${tried.count} times.` : "";
  const message = sentences(
    describe(mask, request, outcome, tried),
    tries,
    mask(request.progress ?? ""),
  );
  const details = {
    request: mask(request.name),
    status: outcome.kind === "answer" ? outcome.status : undefined,
    attempts: tried.count,
    mayPass: mayPass(outcome),
  };
  return isToGorgias(request) && isBlamedOnConnection(outcome)
    ? new GorgiasConnectionError(account.connection, message, details)
    : new GorgiasError(message, details);
}

/**
 * What an error says of a request that may not be sent, or not again.
 *
 * @param reason why
 * @param last what became of the last try
 */
export function describeEnd(
  mask: Mask,
  request: HttpRequest,
  reason: string,
  last: Outcome | undefined,
  tried: Tried,
): string {
  return sentences(
    last
      ? `${describe(mask, request, last, tried)} It was not tried again: ${reason}.`
      : `${mask(request.name)}: not sent, because ${reason}.`,
    mask(request.progress ?? ""),
  );
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(" ");
}

function describe(mask: Mask, request: HttpRequest, outcome: Outcome, tried: Tried): string {
  const words =
    outcome.kind === "fault"
      ? describeFault(outcome.code, request)
      : outcome.flaw === undefined
        ? describeAnswer(request, outcome, mask, tried)
        : describeFlaw(request, outcome, outcome.flaw, mask);
  return sentences(`${mask(request.name)}: ${words}`, lookFirst(request, outcome, tried));
}

/** What to do after a write of which nobody knows whether it was carried out. */
function lookFirst({ isRead }: HttpRequest, outcome: Outcome, tried: Tried): string {
  if (isRead || wasCarriedOut(outcome)) {
    return "";
  }
  if (mayBeCarriedOut(outcome)) {
    return "It may have been carried out: look in Gorgias before you send it again.";
  }
  return tried.mayHaveBeenDone
    ? "An earlier try may have carried this out: look in Gorgias before you send it again."
    : "";
}

/** Who answered: Gorgias, or a host that keeps its files. */
function answered(request: HttpRequest, status: number): string {
  return `${isToGorgias(request) ? "Gorgias" : new URL(request.url).origin} answered ${status}`;
}

/** A success whose body is of no use. */
function describeFlaw(
  request: HttpRequest,
  { status, body }: Answer,
  flaw: string,
  mask: Mask,
): string {
  const problem =
    flaw === NOT_JSON
      ? ` with something other than JSON: "${aroundFault(mask(String(body)))}".`
      : describeUnread(request, flaw);
  return request.isRead
    ? `${answered(request, status)}${problem}`
    : `Gorgias answered ${status}${problem} The change was made all the same: look in Gorgias, and don't send it again.`;
}

function describeUnread({ expects }: HttpRequest, flaw: string): string {
  switch (flaw) {
    case EMPTY:
      return " with nothing, where there should be an answer.";
    case PACKING:
      return ", but the answer cannot be unpacked: it is not packed as it says.";
    case TOO_LARGE: {
      const most = `${LARGEST_MIB[expects]} MiB`;
      return expects === "binary"
        ? `, but the file is larger than ${most}, the most that a step can read. Get it from Gorgias in another way.`
        : `, but the answer is larger than ${most}, the most that a step can read. Ask for less at once: fewer items with Limit, or a filter.`;
    }
    default:
      return `, but the answer did not come to its end (${reasonOf(flaw)}).`;
  }
}

function describeAnswer(
  request: HttpRequest,
  answer: Answer,
  mask: Mask,
  { mayHaveBeenDone }: Tried,
): string {
  const { status, body, headers } = answer;
  if (!isToGorgias(request)) {
    return `${answered(request, status)}${sentence(quoteBody(body, mask))}`;
  }
  if (status < 400 && headers.location !== undefined) {
    return describeRedirect(request, status, headers.location, mask);
  }
  const { words, hint } = refusalOf(request.method, answer, mask);
  const askedMs = retryAfterMs(answer);
  return sentences(
    `Gorgias answered ${status}${sentence(words)}`,
    // After an earlier try, a record that is gone or taken is most likely this request's own doing.
    mayHaveBeenDone && (status === 404 || status === 409) && !request.isRead ? "" : hint,
    askedMs > 0 ? `It asks to wait ${duration(askedMs)}.` : "",
  );
}

/** Of where a redirect leads, the query is left out: it can be a signature. */
function describeRedirect(
  { url }: HttpRequest,
  status: number,
  location: string,
  mask: Mask,
): string {
  const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
  if (target === undefined) {
    return `Gorgias answered ${status}.`;
  }
  if (target.origin === new URL(url).origin) {
    return `Gorgias answered ${status}: this has moved to ${mask(target.pathname)}.`;
  }
  const isWeb = /^https?:$/.test(target.protocol);
  const place = isWeb ? mask(target.origin) : "something other than a web address";
  return `Gorgias answered ${status} and redirected to ${place}, which was not followed: check the connection's Domain.`;
}

/** Gorgias' words, if there are any, ended with a full stop. */
function sentence(words: string | undefined): string {
  return words ? `: ${words.replace(/\.?$/, ".")}` : ".";
}
