import type { ActionLogger } from "@prismatic-io/spectral";
import type { Account } from "./authorization";
import { failureOf } from "./failures";
import { type Answer, type HttpRequest, isToGorgias, type Outcome } from "./http";
import { logExchange } from "./log";
import { type Pace, paceOf, RATE_LIMIT_HEADER, sleep } from "./pace";
import {
  isRateLimited,
  isTriedAgain,
  mayReuseConnection,
  type RetryPolicy,
  retryAfterMs,
  standardRetry,
  wasNotCarriedOut,
} from "./retry";
import type { Mask } from "./secrets";

/** An answer, and how often its request was sent for it. */
export interface Delivered extends Answer {
  readonly attempts: number;
}

/** Whose requests are delivered, and how they are logged. */
export interface DeliveryOptions {
  readonly account: Account;
  readonly mask: Mask;
  readonly logger: ActionLogger;
  /** Whether every try is logged. */
  readonly debug: boolean;
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
   * @returns the first answer below 400
   * @throws GorgiasConnectionError or GorgiasError when there is none
   */
  async deliver(request: HttpRequest, retry = standardRetry): Promise<Delivered> {
    let mayHaveBeenDone = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#try(request, mayReuseConnection(retry, request, attempt));
      if (outcome.kind === "answer" && outcome.status < 400) {
        return { ...outcome, attempts: attempt };
      }
      if (isGone(outcome) && request.method === "DELETE" && mayHaveBeenDone) {
        // An earlier try failed after Gorgias had carried it out.
        return { ...outcome, status: 204, body: null, isUnreadable: false, attempts: attempt };
      }
      if (!isTriedAgain(retry, request, outcome, attempt)) {
        throw this.failure(request, outcome, attempt);
      }
      mayHaveBeenDone ||= !wasNotCarriedOut(outcome);
      await this.#wait(outcome, attempt, retry);
    }
  }

  /** The error for a request that failed for good. */
  failure(request: HttpRequest, outcome: Outcome, attempts: number): Error {
    const { account, mask } = this.#options;
    return failureOf(account, mask, request, outcome, attempts);
  }

  async #wait(outcome: Outcome, attempt: number, retry: RetryPolicy): Promise<void> {
    const asked = retryAfterMs(outcome);
    if (isRateLimited(outcome)) {
      this.#pace.pause(asked);
    }
    await sleep(asked + retry.delayMs(attempt));
  }

  async #try(request: HttpRequest, mayReuse: boolean): Promise<Outcome> {
    // A storage host has no part in the account's rate limit.
    const isPaced = isToGorgias(request);
    if (isPaced) {
      await this.#pace.turn();
    }
    const sentAt = performance.now();
    const outcome = await exchange(request, mayReuse);
    if (isPaced) {
      const rate =
        outcome.kind === "answer" ? (outcome.headers[RATE_LIMIT_HEADER] ?? "") : undefined;
      this.#pace.land(sentAt, rate);
    }
    const { debug, logger, mask } = this.#options;
    if (debug) {
      logExchange(logger, mask, request, outcome, Math.round(performance.now() - sentAt));
    }
    return outcome;
  }
}

let transport: typeof import("./transport") | undefined;

/** axios and Node's http are loaded with the first request: the component loads faster for it. */
function exchange(request: HttpRequest, mayReuse: boolean): Promise<Outcome> {
  transport ??= require("./transport") as typeof import("./transport");
  return transport.exchange(request, mayReuse);
}

function isGone(outcome: Outcome): outcome is Answer {
  return outcome.kind === "answer" && outcome.status === 404;
}
