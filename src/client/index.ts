import type { ActionLogger } from "@prismatic-io/spectral";
import { type Account, accountOf } from "./authorization";
import { type Content, type File, jsonContent } from "./content";
import { Deadline } from "./deadline";
import { type Delivered, Delivery } from "./delivery";
import {
  type Expected,
  type Headers,
  type HttpRequest,
  type Method,
  type Query,
  searchOf,
} from "./http";
import type { JsonObject } from "./json";
import { wasCarriedOut } from "./outcomes";
import { followed, isRedirect } from "./redirects";
import type { RetryPolicy } from "./retry";
import { type Mask, maskOf } from "./secrets";

/** What a client needs from the step that it runs in. */
export interface ClientOptions {
  /** The Connection input's value. */
  readonly connection: unknown;
  readonly logger: ActionLogger;
  /** Whether every request is logged. */
  readonly debug: boolean;
  /** Texts that no log and no error may show, beside those of the connection. */
  readonly secrets?: readonly string[] | undefined;
  /** How long its requests may take in all, in milliseconds. @defaultValue {@link TIME_LIMIT_MS} */
  readonly timeLimitMs?: number | undefined;
  /** In place of time limit and signal: `CallDeadline` where the caller waits no longer than that. */
  readonly deadline?: Deadline | undefined;
  /** Told after each page of a longer read how many items came so far; what it throws is ignored. */
  readonly onProgress?: ((read: { readonly items: number }) => void) | undefined;
  /** What earlier steps of the same execution kept about this account. */
  readonly kept?: JsonObject | undefined;
  /**
   * Tells that nobody waits for an answer any more: nothing is sent from then on, and a read under
   * way is given up. A write under way is still waited for, because only its answer tells whether
   * it was carried out.
   */
  readonly signal?: AbortSignal | undefined;
}

/** One request to Gorgias, without what every request shares. */
export interface RequestSpec {
  readonly method: Method;
  /** Below `/api`, with its parts encoded: `/tickets/7`. */
  readonly path: string;
  readonly query?: Query | undefined;
  readonly content?: Content | undefined;
  /** Sent beside the client's own, and never in place of Authorization. */
  readonly headers?: Headers;
  /**
   * Whether it changes nothing, as a search by POST does. A read is tried again where a write that
   * may have been carried out is not. @defaultValue whether the method is GET, HEAD or OPTIONS
   */
  readonly isRead?: boolean | undefined;
  /** @defaultValue json */
  readonly expects?: Expected;
  /**
   * Whether nothing at all is an answer as well, where JSON is expected. @defaultValue false for a
   * GET and for what is read by POST
   */
  readonly mayBeEmpty?: boolean;
  /**
   * Whether it deletes the one thing that its path names, and nothing else. When that is gone after
   * a try that may have been carried out, it is deleted. @defaultValue false
   */
  readonly deletesOne?: boolean;
  /** How long one try may take, in milliseconds. @defaultValue {@link TIMEOUT_MS} */
  readonly timeoutMs?: number;
  /** @defaultValue the standard policy: five retries */
  readonly retry?: RetryPolicy;
  /** What an error says beside what happened: how far a longer read had come. */
  readonly progress?: string | undefined;
}

/** How long a try may take, in milliseconds. */
export const TIMEOUT_MS = 30_000;

/** How long a try may take that moves a file, in milliseconds. */
export const FILE_TIMEOUT_MS = 120_000;

/** Methods that change nothing, whatever is sent with them. */
const READS: ReadonlySet<Method> = new Set<Method>(["GET", "HEAD", "OPTIONS"]);

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
  /** Takes out of a text what nobody may read. */
  readonly mask: Mask;
  /** What later steps of the same execution are to know about this account: replace it to add. */
  kept: JsonObject;
  readonly #account: Account;
  readonly #deadline: Deadline;
  readonly #delivery: Delivery;
  readonly #onProgress: ClientOptions["onProgress"];
  #items = 0;

  constructor(options: ClientOptions) {
    const { connection, logger, debug, secrets = [], kept = {} } = options;
    const account = accountOf(connection);
    const mask = maskOf(() => [...account.secrets(), ...secrets]);
    this.logger = logger;
    this.mask = mask;
    this.kept = kept;
    this.#account = account;
    this.#deadline = options.deadline ?? new Deadline(options.timeLimitMs, options.signal);
    this.#onProgress = options.onProgress;
    this.#delivery = new Delivery({ account, mask, logger, debug, deadline: this.#deadline });
  }

  /**
   * Waits.
   *
   * @returns false when there is less time left than that, at once, or when the step was cancelled
   */
  wait(ms: number): Promise<boolean> {
    return this.#deadline.wait(ms);
  }

  /** Tells of a page of a longer read. */
  report(items: number): void {
    this.#items += items;
    try {
      this.#onProgress?.({ items: this.#items });
    } catch {
      // Whoever listens has no part in the read.
    }
  }

  /** Reads. */
  async get<T>(path: string, query?: Query): Promise<T> {
    return (await this.send({ method: "GET", path, query })).body as T;
  }

  /** Reads by POST, for what does not fit into a query: a search, a report. */
  async ask<T>(path: string, body: unknown, query?: Query): Promise<T> {
    const content = jsonContent(body);
    return (await this.send({ method: "POST", path, content, query, isRead: true })).body as T;
  }

  /** Updates: fields that the body leaves out stay as they are. */
  async put<T>(path: string, body: unknown, query?: Query): Promise<T> {
    return (await this.send({ method: "PUT", path, content: jsonContent(body), query })).body as T;
  }

  /** Sends files. */
  async upload<T>(path: string, content: Content, query?: Query): Promise<T> {
    const file = { content, query, timeoutMs: FILE_TIMEOUT_MS };
    return (await this.send({ method: "POST", path, ...file })).body as T;
  }

  /**
   * Reads a file. Gorgias redirects to a storage host, and that one perhaps to another; none of
   * them gets credentials (docs/gorgias-api.md, "Files").
   *
   * @param content sent where a file is asked for by POST
   */
  async download(path: string, content?: Content): Promise<File> {
    let asked = this.#toGorgias({
      method: content ? "POST" : "GET",
      path,
      content,
      isRead: true,
      expects: "binary",
      timeoutMs: FILE_TIMEOUT_MS,
    });
    let found = await this.#delivery.deliver(asked);
    for (let hops = 0; isRedirect(found); hops++) {
      asked = followed(asked, found, hops, this.#account.origin, this.mask);
      found = await this.#delivery.deliver(asked);
    }
    const { headers, body } = this.#successful(asked, found);
    return {
      data: body as Buffer,
      contentType: headers["content-type"] ?? "application/octet-stream",
    };
  }

  /**
   * Sends a request, again where that is safe, until it succeeds.
   *
   * @returns the answer, whose status is below 300
   * @throws GorgiasConnectionError for what is the connection's fault, OutOfTimeError when the time
   *   is over, GorgiasError for everything else
   */
  async send(spec: RequestSpec): Promise<Delivered> {
    const request = this.#toGorgias(spec);
    return this.#successful(request, await this.#delivery.deliver(request, spec.retry));
  }

  /** @throws GorgiasError for a redirect that nobody follows */
  #successful(request: HttpRequest, answer: Delivered): Delivered {
    if (!wasCarriedOut(answer)) {
      const { attempts: count, mayHaveBeenDone } = answer;
      throw this.#delivery.failure(request, answer, { count, mayHaveBeenDone });
    }
    return answer;
  }

  #toGorgias({
    method,
    path,
    query,
    content,
    headers,
    isRead = READS.has(method),
    expects = "json",
    mayBeEmpty = !(isRead && (method === "GET" || method === "POST")),
    deletesOne = false,
    timeoutMs = TIMEOUT_MS,
    progress,
  }: RequestSpec): HttpRequest {
    const { origin, authorization } = this.#account;
    return {
      name: `${method} /api${path}`,
      method,
      url: `${origin}/api${path}${searchOf(query)}`,
      headers: { accept: "application/json", ...content?.headers, ...headers, authorization },
      content,
      isRead,
      expects,
      mayBeEmpty,
      deletesOne,
      timeoutMs,
      progress,
    };
  }
}
