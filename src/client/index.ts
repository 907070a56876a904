import type { ActionLogger } from "@prismatic-io/spectral";
import { type Account, accountOf } from "./authorization";
import { describeErrorBody, GorgiasConnectionError, GorgiasError } from "./errors";
import { type Answer, exchange, type Outcome, type Query, type RequestSpec, urlOf } from "./http";
import { logExchange, type Mask, maskOf, RATE_LIMIT_HEADER } from "./log";
import { type Pace, paceOf, sleep } from "./pace";
import { type RetryPolicy, retryAfterMs, standardRetry } from "./retry";

/** What a client needs from the step that it runs in. */
export interface ClientOptions {
  /** The Connection input's value. */
  readonly connection: unknown;
  readonly logger: ActionLogger;
  /** Whether every request is logged. */
  readonly debug: boolean;
  /** @defaultValue {@link standardRetry} */
  readonly retry?: RetryPolicy;
}

/**
 * The one road to Gorgias: address, authorization, pacing, retry, debug log and errors.
 *
 * @throws GorgiasConnectionError when the connection cannot be used as it is filled in
 */
export class GorgiasClient {
  readonly logger: ActionLogger;
  readonly #account: Account;
  readonly #pace: Pace;
  readonly #retry: RetryPolicy;
  readonly #mask: Mask;
  readonly #debug: boolean;

  constructor({ connection, logger, debug, retry = standardRetry }: ClientOptions) {
    this.logger = logger;
    this.#account = accountOf(connection);
    this.#pace = paceOf(this.#account.origin, this.#account.authorization);
    this.#retry = retry;
    this.#mask = maskOf(this.#account.secrets);
    this.#debug = debug;
  }

  /** Reads. */
  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: "GET", path, query })).body as T;
  }

  /** Creates. */
  async post<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return (await this.send({ method: "POST", path, body, query })).body as T;
  }

  /** Updates: fields that the body leaves out stay as they are. */
  async put<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return (await this.send({ method: "PUT", path, body, query })).body as T;
  }

  /** Deletes. Gorgias answers nothing. */
  async delete(path: string, body?: unknown): Promise<void> {
    await this.send({ method: "DELETE", path, body });
  }

  /**
   * Sends a request, again where that is safe, until it succeeds.
   *
   * @returns the answer, whose status is below 300
   * @throws GorgiasConnectionError for 401 and 403, GorgiasError for everything else
   */
  async send(request: RequestSpec): Promise<Answer> {
    let mayHaveBeenDone = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#try(request);
      if (outcome.kind === "answer" && outcome.status < 300 && typeof outcome.body !== "string") {
        return outcome;
      }
      if (isGone(outcome) && request.method === "DELETE" && mayHaveBeenDone) {
        // An earlier try failed after Gorgias had carried it out.
        return { ...outcome, status: 204, body: null };
      }
      if (attempt > this.#retry.retries || !this.#retry.shouldRetry(request, outcome)) {
        throw this.#failure(request, outcome, attempt);
      }
      mayHaveBeenDone ||= !isRefusal(outcome);
      const asked = retryAfterMs(outcome);
      if (isRefusal(outcome)) {
        this.#pace.pause(asked);
      }
      await sleep(asked + this.#retry.delayMs(attempt));
    }
  }

  async #try(request: RequestSpec): Promise<Outcome> {
    const { origin, authorization } = this.#account;
    const headers = {
      accept: "application/json",
      authorization,
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
    };
    await this.#pace.turn();
    const sentAt = Date.now();
    const outcome = await exchange(origin, headers, request);
    this.#pace.land(
      sentAt,
      outcome.kind === "answer" ? (outcome.headers[RATE_LIMIT_HEADER] ?? "") : undefined,
    );
    if (this.#debug) {
      logExchange(this.logger, this.#mask, {
        method: request.method,
        url: urlOf(origin, request),
        headers,
        body: request.body,
        outcome,
        durationMs: Date.now() - sentAt,
      });
    }
    return outcome;
  }

  #failure(request: RequestSpec, outcome: Outcome, attempts: number): Error {
    const name = `${request.method} /api${request.path}`;
    const tries = attempts > 1 ? ` Tried ${attempts} times.` : "";
    if (outcome.kind === "fault") {
      return new GorgiasError(
        `${name}: no answer from ${this.#account.origin} (${FAULTS[outcome.code] ?? outcome.code}).${tries}`,
        { request: name, attempts },
      );
    }
    const words =
      outcome.status < 300
        ? " with something else than JSON."
        : sentence(describeErrorBody(outcome.body));
    const hint = HINTS[outcome.status];
    const message = this.#mask(
      `${name}: Gorgias answered ${outcome.status}${words}${hint ? ` ${hint}` : ""}${tries}`,
    );
    const details = { request: name, status: outcome.status, attempts };
    return outcome.status === 401 || outcome.status === 403
      ? new GorgiasConnectionError(this.#account.connection, message, details)
      : new GorgiasError(message, details);
  }
}

/** What a status means for the person who reads the error (gorgias-api notes, "Errors"). */
const HINTS: Readonly<Record<number, string>> = {
  401: "Check the connection: the username, the key or the token is wrong or has expired.",
  403: "The connection is right, but the role of its user does not allow this in Gorgias.",
  404: "Nothing with this ID exists in the connected account, or it was deleted.",
  409: "Another record already uses this identifier, or the two cannot be merged.",
  413: "The upload is larger than Gorgias accepts.",
  429: "The account's rate limit is used up, most likely by other integrations as well.",
};

/** What a network fault means in plain words. */
const FAULTS: Readonly<Record<string, string>> = {
  TIMEOUT: "it took too long",
  ECONNRESET: "the connection was cut off",
  ECONNREFUSED: "the connection was refused",
  ENOTFOUND: "there is no such address: check the connection's Domain",
};

/** Gorgias' words, if there are any, up to a full stop. */
function sentence(words: string | undefined): string {
  return words ? `: ${words.replace(/\.?$/, ".")}` : ".";
}

function isRefusal(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status === 429;
}

function isGone(outcome: Outcome): outcome is Answer {
  return outcome.kind === "answer" && outcome.status === 404;
}
