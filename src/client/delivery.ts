import type { ActionLogger } from "@prismatic-io/spectral";
import type { Account } from "./authorization";
import type { Deadline } from "./deadline";
import { GorgiasError, OutOfTimeError } from "./errors";
import { describeEnd, failureOf, type Tried } from "./failures";
import { type Answer, type HttpRequest, isToGorgias, type Outcome } from "./http";
import { logExchange, logWait } from "./log";
import { isRateLimited, retryAfterMs, tookTooLong } from "./outcomes";
import { type Pace, paceOf, RATE_LIMIT_HEADER } from "./pace";
import { type RetryPolicy, standardRetry } from "./retry";
import type { Mask } from "./secrets";
import { Tries } from "./tries";

/** An answer, and what is known of the tries that its request took. */
export interface Delivered extends Answer {
  /** How often the request was sent. */
  readonly attempts: number;
  /** Whether a try before the answered one may have been carried out all the same. */
  readonly mayHaveBeenDone: boolean;
}

/** Whose requests are delivered, and how they are logged. */
export interface DeliveryOptions {
  readonly account: Account;
  readonly mask: Mask;
  readonly logger: ActionLogger;
  /** Whether every try is logged. */
  readonly debug: boolean;
  readonly deadline: Deadline;
}

/** Brings requests to their end: at the account's pace, again where that is safe, and logged. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #pace: Pace;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#pace = paceOf(options.account.origin, options.account.authorization);
  }

  /**
   * @returns the first answer below 400 that can be read; a deletion has nothing to read
   * @throws GorgiasConnectionError or GorgiasError when there is none
   */
  async deliver(request: HttpRequest, retry: RetryPolicy = standardRetry): Promise<Delivered> {
    const { debug, logger, mask, deadline } = this.#options;
    const tries = new Tries(request, retry);
    let outcome: Outcome | undefined;
    for (;;) {
      outcome = await this.#try(request, tries, outcome);
      const { count: attempts, mayHaveBeenDone } = tries;
      if (outcome.kind === "answer" && isDone(request, outcome)) {
        return { ...outcome, attempts, mayHaveBeenDone };
      }
      if (isGone(outcome) && request.deletesOne && mayHaveBeenDone) {
        // An earlier try failed after Gorgias had carried it out.
        return { ...outcome, status: 204, body: null, attempts, mayHaveBeenDone };
      }
      const waitMs = tries.waitAfter(outcome);
      if (waitMs === undefined) {
        throw request.isRead && deadline.isOver && tookTooLong(outcome)
          ? this.#ended(request, tries, outcome)
          : this.failure(request, outcome, tries);
      }
      if (isRateLimited(outcome)) {
        this.#pace.pause(retryAfterMs(outcome));
      }
      if (debug) {
        logWait(logger, mask, request, outcome, waitMs, attempts + 1);
      }
      if (!(await deadline.wait(waitMs, deadline.leftToSendMs(request)))) {
        throw this.#ended(request, tries, outcome, waitMs);
      }
    }
  }

  /** The error for a request that failed for good. */
  failure(request: HttpRequest, outcome: Outcome, tried: Tried): Error {
    const { account, mask } = this.#options;
    return failureOf(account, mask, request, outcome, tried);
  }

  /**
   * The error for a request that may not be sent, or not again.
   *
   * @param waitMs how long would have to be waited before the next try
   */
  #ended(request: HttpRequest, tries: Tries, last: Outcome | undefined, waitMs = 0): GorgiasError {
    const { mask, deadline } = this.#options;
    const End = deadline.isCancelled ? GorgiasError : OutOfTimeError;
    const reason = deadline.reason({
      turnMs: this.#pace.expectedWaitMs(),
      waitMs,
      mayHaveBeenDone: tries.mayHaveBeenDone && !request.isRead,
    });
    return new End(describeEnd(mask, request, reason, last, tries), {
      request: mask(request.name),
      status: last?.kind === "answer" ? last.status : undefined,
      attempts: tries.count,
    });
  }

  /** @param last what became of the try before */
  async #try(request: HttpRequest, tries: Tries, last: Outcome | undefined): Promise<Outcome> {
    const { debug, logger, mask, deadline } = this.#options;
    // A storage host has no part in the account's rate limit.
    const isPaced = isToGorgias(request);
    const isLate = deadline.isCancelled || deadline.leftToSendMs(request) === 0;
    if (isLate || (isPaced && !(await this.#turn(request)))) {
      throw this.#ended(request, tries, last);
    }
    const mayReuse = tries.begin();
    const sentAt = performance.now();
    const outcome = await exchange(
      { ...request, timeoutMs: deadline.timeoutMs(request) },
      mayReuse,
      this.#signalFor(request),
    );
    if (isPaced) {
      const rate =
        outcome.kind === "answer" ? (outcome.headers[RATE_LIMIT_HEADER] ?? "") : undefined;
      this.#pace.land(sentAt, rate);
    }
    if (debug) {
      logExchange(logger, mask, request, outcome, Math.round(performance.now() - sentAt));
    }
    return outcome;
  }

  /**
   * Waits for the request's turn.
   *
   * @returns false when the time is over before it comes, at once where that is known
   */
  async #turn(request: HttpRequest): Promise<boolean> {
    const { deadline } = this.#options;
    const pace = this.#pace;
    const leftMs = deadline.leftToSendMs(request);
    if (deadline.turnMs(pace) > leftMs) {
      return false;
    }
    let isWanted = true;
    const turn = pace.turn(() => isWanted);
    if (await deadline.until(turn, leftMs)) {
      return true;
    }
    isWanted = false;
    // It may have come at the same moment.
    void turn.then((isTaken) => isTaken && pace.land(performance.now()));
    return false;
  }

  #signalFor({ isRead }: HttpRequest): AbortSignal | undefined {
    return isRead ? this.#options.deadline.signal : undefined;
  }
}

let transport: typeof import("./transport") | undefined;

/** axios and Node's http are loaded with the first request: the component loads faster for it. */
function exchange(
  request: HttpRequest,
  mayReuse: boolean,
  cancelled: AbortSignal | undefined,
): Promise<Outcome> {
  transport ??= require("./transport") as typeof import("./transport");
  return transport.exchange(request, mayReuse, cancelled);
}

/** A deletion has nothing to read: whatever stands in a success, it is done. */
function isDone({ method }: HttpRequest, { status, flaw }: Answer): boolean {
  return status < 400 && (flaw === undefined || method === "DELETE");
}

function isGone(outcome: Outcome): outcome is Answer {
  return outcome.kind === "answer" && outcome.status === 404;
}
