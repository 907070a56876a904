import type { ActionLogger } from "@prismatic-io/spectral";
import { trustedAddress } from "./address";
import { type Account, accountOf } from "./authorization";
import { type Content, jsonContent } from "./content";
import { failureOf, GorgiasError } from "./errors";
import {
  type Answer,
  type Expected,
  exchange,
  type Headers,
  type HttpRequest,
  isToGorgias,
  type Method,
  type Outcome,
  type Query,
  searchOf,
} from "./http";
import { logExchange, type Mask, maskOf, RATE_LIMIT_HEADER } from "./log";
import { type Pace, paceOf, sleep } from "./pace";
import { isRefusal, type RetryPolicy, retryAfterMs, standardRetry } from "./retry";

/** What a client needs from the step that it runs in. */
export interface ClientOptions {
  /** The Connection input's value. */
  readonly connection: unknown;
  readonly logger: ActionLogger;
  /** Whether every request is logged. */
  readonly debug: boolean;
  /** Texts that no log and no error may show, beside those of the connection. */
  readonly secrets?: readonly string[];
}

/** One request to Gorgias, without what every request shares. */
export interface RequestSpec {
  readonly method: Method;
  /** Below `/api`, with its parts encoded: `/tickets/7`. */
  readonly path: string;
  readonly query?: Query | undefined;
  readonly content?: Content | undefined;
  /** Sent beside the client's own, and never instead of Authorization. */
  readonly headers?: Headers;
  /** Whether it only reads, as a search by POST does. @defaultValue whether the method says so */
  readonly isRead?: boolean;
  /** @defaultValue json */
  readonly expects?: Expected;
  /** How long one try may take, in milliseconds. @defaultValue {@link TIMEOUT_MS} */
  readonly timeoutMs?: number;
  /** @defaultValue {@link standardRetry} */
  readonly retry?: RetryPolicy;
}

/** A file: its bytes and what kind they are. */
export interface File {
  readonly data: Buffer;
  readonly contentType: string;
}

/** How long a try may take, in milliseconds. */
export const TIMEOUT_MS = 30_000;

/** How long a try may take that moves a file, in milliseconds. */
export const FILE_TIMEOUT_MS = 120_000;

/**
 * The one road to Gorgias: address, authorization, pacing, retry, debug log and errors.
 *
 * The body of an answer is typed as the caller expects it, because Gorgias adds fields to its
 * objects all the time: what an answer holds is not checked.
 *
 * @throws GorgiasConnectionError when the connection cannot be used as it is filled in
 */
export class GorgiasClient {
  readonly logger: ActionLogger;
  readonly #account: Account;
  readonly #pace: Pace;
  readonly #mask: Mask;
  readonly #debug: boolean;

  constructor({ connection, logger, debug, secrets = [] }: ClientOptions) {
    this.logger = logger;
    this.#account = accountOf(connection);
    this.#pace = paceOf(this.#account.origin, this.#account.authorization);
    this.#mask = maskOf(() => [...this.#account.secrets(), ...secrets]);
    this.#debug = debug;
  }

  /** Reads. */
  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: "GET", path, query })).body as T;
  }

  /** Creates. */
  async post<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return (await this.send({ method: "POST", path, content: jsonContent(body), query })).body as T;
  }

  /** Updates: fields that the body leaves out stay as they are. */
  async put<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return (await this.send({ method: "PUT", path, content: jsonContent(body), query })).body as T;
  }

  /** Deletes. Gorgias answers nothing. */
  async delete(path: string, body?: unknown): Promise<void> {
    const content = body === undefined ? undefined : jsonContent(body);
    await this.send({ method: "DELETE", path, content });
  }

  /** Sends files. */
  async upload<T>(path: string, content: Content, query?: Query): Promise<T> {
    const file = { content, query, timeoutMs: FILE_TIMEOUT_MS };
    return (await this.send({ method: "POST", path, ...file })).body as T;
  }

  /**
   * Reads a file. Gorgias redirects to a storage host, which gets no credentials (gorgias-api
   * notes, "Files").
   *
   * @param content sent where a file is asked for by POST
   */
  async download(path: string, content?: Content): Promise<File> {
    const file = { expects: "binary", timeoutMs: FILE_TIMEOUT_MS } as const;
    const method = content ? "POST" : "GET";
    const name = `${method} /api${path}`;
    const found = await this.#deliver(name, this.#toGorgias({ method, path, content, ...file }));
    const stored = isRedirect(found)
      ? await this.#deliver(name, {
          ...file,
          method: "GET",
          url: this.#storageAddress(name, found),
          headers: {},
        })
      : found;
    if (!isSuccess(stored)) {
      throw this.#failure(name, stored, 1);
    }
    return {
      data: stored.body as Buffer,
      contentType: stored.headers["content-type"] ?? "application/octet-stream",
    };
  }

  #storageAddress(name: string, { status, headers }: Answer): string {
    try {
      return trustedAddress(headers.location, this.#account.origin);
    } catch (error) {
      const message = `${name}: ${error instanceof Error ? error.message : ""}`;
      throw new GorgiasError(message, { request: name, status, attempts: 1 });
    }
  }

  /**
   * Sends a request, again where that is safe, until it succeeds.
   *
   * @returns the answer, whose status is below 300
   * @throws GorgiasConnectionError for 401 and 403, GorgiasError for everything else
   */
  async send(spec: RequestSpec): Promise<Answer> {
    const name = `${spec.method} /api${spec.path}`;
    const answer = await this.#deliver(name, this.#toGorgias(spec), spec.retry);
    const notJson = (spec.expects ?? "json") === "json" && typeof answer.body === "string";
    if (!isSuccess(answer) || notJson) {
      throw this.#failure(name, answer, 1);
    }
    return answer;
  }

  #toGorgias(spec: RequestSpec): HttpRequest {
    const {
      method,
      path,
      query,
      content,
      headers,
      expects = "json",
      timeoutMs = TIMEOUT_MS,
    } = spec;
    const { origin, authorization } = this.#account;
    return {
      method,
      url: `${origin}/api${path}${searchOf(query)}`,
      headers: { accept: "application/json", ...content?.headers, ...headers, authorization },
      content,
      expects,
      timeoutMs,
    };
  }

  /** @returns the first answer below 400 */
  async #deliver(name: string, request: HttpRequest, retry = standardRetry): Promise<Answer> {
    let mayHaveBeenDone = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#try(request);
      if (outcome.kind === "answer" && outcome.status < 400) {
        return outcome;
      }
      if (isGone(outcome) && request.method === "DELETE" && mayHaveBeenDone) {
        // An earlier try failed after Gorgias had carried it out.
        return { ...outcome, status: 204, body: null };
      }
      if (attempt > retry.retries || !retry.shouldRetry(request.method, outcome)) {
        throw this.#failure(name, outcome, attempt, isToGorgias(request));
      }
      mayHaveBeenDone ||= !isRefusal(outcome);
      const asked = retryAfterMs(outcome);
      if (isRefusal(outcome)) {
        this.#pace.pause(asked);
      }
      await sleep(asked + retry.delayMs(attempt));
    }
  }

  async #try(request: HttpRequest): Promise<Outcome> {
    // A storage host has no part in the account's rate limit.
    const isPaced = isToGorgias(request);
    if (isPaced) {
      await this.#pace.turn();
    }
    const sentAt = Date.now();
    const outcome = await exchange(request);
    if (isPaced) {
      const rate =
        outcome.kind === "answer" ? (outcome.headers[RATE_LIMIT_HEADER] ?? "") : undefined;
      this.#pace.land(sentAt, rate);
    }
    if (this.#debug) {
      logExchange(this.logger, this.#mask, request, outcome, Date.now() - sentAt);
    }
    return outcome;
  }

  #failure(name: string, outcome: Outcome, attempts: number, byGorgias = true): Error {
    return failureOf(this.#account, this.#mask, name, outcome, attempts, byGorgias);
  }
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function isRedirect({ status, headers }: Answer): boolean {
  return status >= 300 && status < 400 && headers.location !== undefined;
}

function isGone(outcome: Outcome): outcome is Answer {
  return outcome.kind === "answer" && outcome.status === 404;
}
