import http, {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import https, { Agent as TlsAgent } from "node:https";
import zlib, { type ZlibOptions } from "node:zlib";
import axios, {
  type GenericAbortSignal,
  type RawAxiosRequestHeaders,
  type RawAxiosResponseHeaders,
} from "axios";
import { codeOf, wasNeverSent } from "./faults";
import {
  type Answer,
  EMPTY,
  type HttpRequest,
  LARGEST_MIB,
  NOT_JSON,
  type Outcome,
  PACKING,
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
      transport: transportTelling((response) => {
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

/** Node's own transport, which tells when an answer begins: axios keeps it until the answer ends. */
function transportTelling(tell: (response: IncomingMessage) => void) {
  return {
    request(options: RequestOptions, respond: (response: IncomingMessage) => void): ClientRequest {
      const { request } = options.protocol === "https:" ? https : http;
      return request(options, (response) => {
        tell(response);
        respond(response);
      });
    },
  };
}

/**
 * Ends a request that takes too long, or that was cancelled: axios' own time-out ends with the
 * first byte of the answer. It is what axios needs of an AbortSignal; Node's would take a tenth of
 * the time of a request.
 */
class TimeLimit implements GenericAbortSignal {
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
    this.#abort?.(Object.assign(new Error("The request was given up."), { code }));
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
  const { flaw, body } = read(request, data, headers["content-encoding"]);
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

type Read = Pick<Answer, "body" | "flaw">;

function read(request: HttpRequest, packed: Buffer, encoding: string | undefined): Read {
  const { expects, mayBeEmpty } = request;
  let data: Buffer;
  try {
    data = unpacked(packed, encoding, { maxOutputLength: LARGEST_MIB[expects] * 2 ** 20 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { body: null, flaw: code === "ERR_BUFFER_TOO_LARGE" ? TOO_LARGE : PACKING };
  }
  if (expects === "binary") {
    return { body: data };
  }
  const text = data.toString("utf8");
  if (expects === "text") {
    return { body: text };
  }
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (json.trim() === "") {
    return mayBeEmpty ? { body: null } : { body: null, flaw: EMPTY };
  }
  try {
    return { body: JSON.parse(json) };
  } catch {
    return { body: json, flaw: NOT_JSON };
  }
}

/** @throws for what cannot be unpacked to its end, or is larger than allowed */
function unpacked(data: Buffer, encoding: string | undefined, options: ZlibOptions): Buffer {
  const unpack = data.length === 0 ? undefined : UNPACK[encoding?.trim().toLowerCase() ?? ""];
  return unpack ? unpack(data, options) : data;
}

const UNPACK: Readonly<Record<string, (data: Buffer, options: ZlibOptions) => Buffer>> = {
  gzip: zlib.gunzipSync,
  "x-gzip": zlib.gunzipSync,
  deflate: zlib.inflateSync,
  br: zlib.brotliDecompressSync,
};
