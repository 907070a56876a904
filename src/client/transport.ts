import type http from "node:http";
import type https from "node:https";
import type zlib from "node:zlib";
import type FormData from "form-data";

/** What goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly data: string | Buffer | FormData | undefined;
  /** How long it may take until the whole answer is there, in milliseconds. */
  readonly timeoutMs: number;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly data: Buffer;
}

/** Connections stay open between the requests of an execution. */
const agents: { http?: http.Agent; https?: https.Agent } = {};

/** How to send. Node's http and https are loaded late, for the component to load fast. */
function roadTo(url: string): { request: typeof https.request; agent: http.Agent } {
  if (url.startsWith("https:")) {
    const { request, Agent } = require("node:https") as typeof https;
    agents.https ??= new Agent({ keepAlive: true });
    return { request, agent: agents.https };
  }
  const { request, Agent } = require("node:http") as typeof http;
  agents.http ??= new Agent({ keepAlive: true });
  return { request, agent: agents.http };
}

/** What a request fails with that takes too long. */
const TOO_LONG = Object.assign(new Error("The request took too long."), { code: "TIMEOUT" });

/**
 * Sends a request over Node's own http or https, to its address and no other: no proxy, no
 * redirect. Packed answers are unpacked. A client library on top would double the time of a short
 * request and of loading the component: `npm run bench` tells.
 *
 * @throws Error with Node's code, or `TIMEOUT`, when no whole answer comes
 */
export function transmit({ method, url, headers, data, timeoutMs }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const receive = (response: http.IncomingMessage) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("error", reject)
        .on("end", () => {
          const { statusCode: status = 0, headers } = response;
          const whole = Buffer.concat(chunks);
          const unpack = unpackerOf(headers["content-encoding"], whole);
          if (unpack) {
            unpack(whole, (error, data) =>
              error ? reject(error) : resolve({ status, headers, data }),
            );
          } else {
            resolve({ status, headers, data: whole });
          }
        });
    };
    const isWhole = typeof data === "string" || Buffer.isBuffer(data);
    const options = {
      method,
      headers: {
        "accept-encoding": "gzip, br",
        // Node leaves it out for DELETE, whose body would have no end then.
        ...(isWhole ? { "content-length": Buffer.byteLength(data) } : {}),
        ...headers,
      } as http.OutgoingHttpHeaders,
    };
    const { request, agent } = roadTo(url);
    const sent = request(url, { ...options, agent }, receive);
    const timer = setTimeout(() => sent.destroy(TOO_LONG), timeoutMs);
    sent.on("error", reject).on("close", () => clearTimeout(timer));
    if (isWhole || data === undefined) {
      sent.end(data);
    } else {
      data.on("error", reject).pipe(sent);
    }
  });
}

type Unpack = (packed: Buffer, done: (error: Error | null, data: Buffer) => void) => void;

/**
 * How an answer is unpacked; any other word is left for whoever reads the bytes. An answer without
 * a body can still say that it is packed, as one to HEAD does.
 */
function unpackerOf(packing: string | undefined, data: Buffer): Unpack | undefined {
  if (packing === undefined || data.length === 0) {
    return undefined;
  }
  const { brotliDecompress, unzip } = require("node:zlib") as typeof zlib;
  return /^br$/i.test(packing)
    ? brotliDecompress
    : /^(?:x-)?gzip$|^deflate$/i.test(packing)
      ? unzip
      : undefined;
}
