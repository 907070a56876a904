import http, {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import https, { Agent as TlsAgent } from "node:https";
import axios, {
  type GenericAbortSignal,
  type RawAxiosRequestHeaders,
  type RawAxiosResponseHeaders,
} from "axios";
import {
  type Answer,
  type Expected,
  type HttpRequest,
  LARGEST_MIB,
  type Outcome,
  TOO_LARGE,
} from "./http";

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
  maxRedirects: 0,
  proxy: false,
});

/**
 * Node's own transport, which ends a packed answer that is too large: axios counts what is
 * unpacked, and there are answers that go on for ever and unpack to nothing.
 */
function transportFor(expects: Expected) {
  const most = LARGEST_MIB[expects] * 2 ** 20;
  return {
    request(options: RequestOptions, respond: (response: IncomingMessage) => void): ClientRequest {
      const { request } = options.protocol === "https:" ? https : http;
      return request(options, (response) => {
        if (response.headers["content-encoding"] !== undefined) {
          let size = 0;
          response.on("data", (chunk: Buffer) => {
            size += chunk.length;
            if (size > most) {
              response.destroy(Object.assign(new Error("Too large."), { code: TOO_LARGE }));
            }
          });
        }
        respond(response);
      });
    },
  };
}

const transports = {
  json: transportFor("json"),
  text: transportFor("text"),
  binary: transportFor("binary"),
} satisfies Readonly<Record<Expected, unknown>>;

/** In place of what axios would add: false leaves a header out. */
const DEFAULTS = { "accept-encoding": "gzip, br", "content-type": false, "user-agent": false };

/**
 * Sends a request once. What is sent reaches the given host alone.
 *
 * @param mayReuse whether it may go over a connection that an earlier request has left open, and
 *   that may be dead by now: nobody tells a process that was frozen, and no timer runs in it
 */
export async function exchange(request: HttpRequest, mayReuse: boolean): Promise<Outcome> {
  const { method, url, content, expects, timeoutMs } = request;
  const signal = new TimeLimit(timeoutMs);
  try {
    const response = await client.request<Buffer | undefined>({
      method,
      url,
      headers: { ...DEFAULTS, ...request.headers } as RawAxiosRequestHeaders,
      data: content?.open(),
      maxContentLength: LARGEST_MIB[expects] * 2 ** 20,
      transport: transports[expects],
      signal,
      ...(mayReuse ? kept : fresh),
    });
    const { status, headers } = response;
    return { kind: "answer", status, headers: plain(headers), ...read(take(response), expects) };
  } catch (error) {
    return { kind: "fault", code: codeOf(error) };
  } finally {
    signal.stop();
  }
}

/**
 * Ends a request that takes too long: axios' own time-out ends with the first byte of the answer.
 * It is what axios needs of an AbortSignal; Node's would take a tenth of the time of a request.
 */
class TimeLimit implements GenericAbortSignal {
  #abort: ((reason: Error) => void) | undefined;
  readonly #timer: NodeJS.Timeout;
  /** Once it is true, axios no longer says for what reason. */
  readonly aborted = false;

  constructor(ms: number) {
    this.#timer = setTimeout(() => {
      this.#abort?.(Object.assign(new Error("The request took too long."), { code: "TIMEOUT" }));
    }, ms);
  }

  addEventListener(_: "abort", abort: (reason: Error) => void): void {
    this.#abort = abort;
  }

  removeEventListener(): void {
    this.#abort = undefined;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
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

function read(data: Buffer, expects: Expected): Pick<Answer, "body" | "isUnreadable"> {
  if (expects === "binary") {
    return { body: data, isUnreadable: false };
  }
  const text = data.toString("utf8");
  if (expects === "text") {
    return { body: text, isUnreadable: false };
  }
  try {
    return { body: text === "" ? null : JSON.parse(text), isUnreadable: false };
  } catch {
    return { body: text, isUnreadable: true };
  }
}

/**
 * Node's own code. axios has one of its own, for an answer that is larger than it may be and for a
 * connection that was cut off in the middle of one.
 */
function codeOf(error: unknown): string {
  const { code = "UNKNOWN", message } = error as NodeJS.ErrnoException;
  if (code !== "ERR_BAD_RESPONSE") {
    return code;
  }
  return message.startsWith("maxContentLength") ? TOO_LARGE : "ECONNRESET";
}
