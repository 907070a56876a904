import http, {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import https, { Agent as TlsAgent } from "node:https";
import type { Socket } from "node:net";
import axios, {
  type GenericAbortSignal,
  type RawAxiosRequestHeaders,
  type RawAxiosResponseHeaders,
} from "axios";
import { readBody } from "./body";
import { codeOf, wasNeverSent } from "./faults";
import { type Answer, type HttpRequest, LARGEST_MIB, type Outcome } from "./http";

/**
 * After how long without use a kept connection is closed. Gateways forget idle connections without
 * a word, and a read on one of those would wait for its time-out before it is tried again.
 */
const IDLE_MS = 4_000;

/** axios sets a probe of a minute on each socket; the same value here saves two system calls. */
const PROBE_MS = 60_000;

const keeping = { keepAlive: true, timeout: IDLE_MS, keepAliveMsecs: PROBE_MS };

/** Connections that stay open between the requests of an execution. */
const kept = { httpAgent: new Agent(keeping), httpsAgent: new TlsAgent(keeping) };

/** A connection for one request alone. */
const fresh = { httpAgent: new Agent(), httpsAgent: new TlsAgent() };

/**
 * The one axios that carries every request. It adds no header, changes no body, follows no
 * redirect, asks no proxy and hands over every status: what a request means is the client's matter.
 */
const client = new axios.Axios({
  adapter: "http",
  responseType: "arraybuffer",
  // axios takes a packed answer that was cut short for a whole one.
  decompress: false,
  maxRedirects: 0,
  proxy: false,
});

/** In place of what axios would add: false leaves a header out. */
const DEFAULTS = { "accept-encoding": "gzip, br", "content-type": false, "user-agent": false };

/**
 * Sends a request once. What is sent reaches the given host alone.
 *
 * @param mayReuse whether it may go over a connection that an earlier request has left open, and
 *   that may be dead by now: nobody tells a process that was frozen, and no timer runs in it
 * @param cancelled ends the request
 */
export async function exchange(
  request: HttpRequest,
  mayReuse: boolean,
  cancelled?: AbortSignal,
): Promise<Outcome> {
  const { method, url, content, expects, timeoutMs } = request;
  const signal = new TimeLimit(timeoutMs, cancelled);
  let begun: IncomingMessage | undefined;
  try {
    const response = await client.request<Buffer | undefined>({
      method,
      url,
      headers: { ...DEFAULTS, ...request.headers } as RawAxiosRequestHeaders,
      data: content?.open(),
      maxContentLength: LARGEST_MIB[expects] * 2 ** 20,
      transport: transportTelling(signal, (response) => {
        begun = response;
      }),
      signal,
      ...(mayReuse ? kept : fresh),
    });
    const { status, headers } = response;
    return answer(request, status, plain(headers), take(response));
  } catch (error) {
    const code = codeOf(error);
    // What has begun is an answer: its status tells what became of the request.
    return begun
      ? brokenOff(begun, code)
      : { kind: "fault", code, wasSent: !wasNeverSent(error, code) };
  } finally {
    signal.stop();
  }
}

/**
 * Node's own transport, which hands its request to the time limit, and tells when an answer begins:
 * axios keeps it until the answer ends.
 */
function transportTelling(limit: TimeLimit, tell: (response: IncomingMessage) => void) {
  return {
    request(options: RequestOptions, respond: (response: IncomingMessage) => void): ClientRequest {
      const { request } = options.protocol === "https:" ? https : http;
      limit.request = request(options, (response) => {
        tell(response);
        respond(response);
      });
      return limit.request;
    },
  };
}

/**
 * Ends a request that takes too long, or that was cancelled: axios' own time-out ends with the
 * first byte of the answer. It is what axios needs of an AbortSignal; Node's would take a tenth of
 * the time of a request.
 */
class TimeLimit implements GenericAbortSignal {
  /** The request that it ends. */
  request: ClientRequest | undefined;
  #abort: ((reason: Error) => void) | undefined;
  readonly #timer: NodeJS.Timeout;
  /** Once it is true, axios no longer says for what reason. */
  readonly aborted = false;

  readonly #cancelled: AbortSignal | undefined;
  readonly #cancel = () => this.#end("CANCELLED");

  constructor(ms: number, cancelled?: AbortSignal) {
    this.#timer = setTimeout(() => this.#end("TIMEOUT"), ms);
    this.#cancelled = cancelled;
    cancelled?.addEventListener("abort", this.#cancel);
  }

  #end(code: string): void {
    const syscall = isConnecting(this.request?.socket) ? "connect" : undefined;
    this.#abort?.(Object.assign(new Error("The request was given up."), { code, syscall }));
  }

  addEventListener(_: "abort", abort: (reason: Error) => void): void {
    this.#abort = abort;
  }

  removeEventListener(): void {
    this.#abort = undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#cancelled?.removeEventListener("abort", this.#cancel);
  }
}

/** Whether nothing can have been sent yet: there is no connection, or nothing is encrypted on it. */
function isConnecting(socket: (Socket & { secureConnecting?: boolean }) | null = null): boolean {
  return socket !== null && (socket.connecting || socket.secureConnecting === true);
}

/** Of an answer's headers only Set-Cookie is a list, and nothing here reads it. */
function plain(headers: RawAxiosResponseHeaders): Answer["headers"] {
  return headers as Answer["headers"];
}

/** Takes the bytes out: the answer is held for longer than they are needed, and they are large. */
function take(response: { data: Buffer | undefined }): Buffer {
  const { data = Buffer.alloc(0) } = response;
  response.data = undefined;
  return data;
}

function answer(
  request: HttpRequest,
  status: number,
  headers: Answer["headers"],
  data: Buffer,
): Answer {
  const { flaw, body } = readBody(request, data, headers["content-encoding"]);
  return { kind: "answer", status, headers, body, flaw: flawOf(status, flaw) };
}

/** Only a success has to be readable: whatever else is answered, its status says enough. */
function flawOf(status: number, flaw: string | undefined): string | undefined {
  return status >= 200 && status < 300 ? flaw : undefined;
}

function brokenOff({ statusCode = 0, headers }: IncomingMessage, code: string): Answer {
  return {
    kind: "answer",
    status: statusCode,
    headers: plain(headers as RawAxiosResponseHeaders),
    body: null,
    flaw: flawOf(statusCode, code),
  };
}
