import http from "node:http";
import https from "node:https";
import { promisify } from "node:util";
import { brotliDecompress, unzip } from "node:zlib";
import type { AxiosAdapter, AxiosInstance, AxiosStatic } from "axios";

/** Connections stay open between the requests of an execution. */
const agents = {
  http: new http.Agent({ keepAlive: true }),
  https: new https.Agent({ keepAlive: true }),
};

/** The one thing that is asked of axios. */
type Transport = Pick<AxiosInstance, "request">;

/** What a request fails with that takes too long. */
const TOO_LONG = Object.assign(new Error("The request took too long."), { code: "TIMEOUT" });

let instance: Transport | undefined;

/**
 * axios, set up to send requests as they are and to answer whatever came, as a Buffer.
 *
 * It is loaded with the first request, because it takes longer to load than all the rest of the
 * component. It sends by way of {@link overNode} instead of its own adapter, which doubles the
 * time of a short request.
 */
export function transport(): Transport {
  instance ??= new (require("axios") as AxiosStatic).Axios({ adapter: overNode });
  return instance;
}

/**
 * Sends a request over Node's http or https, to its address and no other: no proxy, no redirect.
 * Compressed answers are unpacked.
 */
const overNode: AxiosAdapter = (config) =>
  new Promise((resolve, reject) => {
    const { url = "", method = "GET", data, timeout } = config;
    const isWhole = typeof data === "string" || Buffer.isBuffer(data);
    const headers = {
      "accept-encoding": "gzip, br",
      // Node leaves it out for DELETE, whose body would have no end then.
      ...(isWhole ? { "content-length": Buffer.byteLength(data) } : {}),
      ...config.headers.toJSON(),
    };
    const { request, agent } = url.startsWith("https:")
      ? { request: https.request, agent: agents.https }
      : { request: http.request, agent: agents.http };
    const options = { method, headers, agent } as https.RequestOptions;
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("error", reject)
        .on("end", () => {
          unpacked(Buffer.concat(chunks), response.headers["content-encoding"]).then(
            (data) =>
              resolve({
                status: response.statusCode ?? 0,
                statusText: response.statusMessage ?? "",
                headers: response.headers as Record<string, string>,
                data,
                config,
              }),
            reject,
          );
        });
    });
    const timer = setTimeout(() => sent.destroy(TOO_LONG), timeout);
    sent.on("error", reject).on("close", () => clearTimeout(timer));
    if (isWhole || data === undefined) {
      sent.end(data);
    } else {
      data.on("error", reject).pipe(sent);
    }
  });

/** How an answer can be packed. Any other word is left for whoever reads the bytes. */
const UNPACK = new Map([
  ["br", promisify(brotliDecompress)],
  ["gzip", promisify(unzip)],
  ["x-gzip", promisify(unzip)],
  ["deflate", promisify(unzip)],
]);

/** An answer without a body can still say that it is packed, as one to HEAD does. */
async function unpacked(data: Buffer, packing = ""): Promise<Buffer> {
  const unpack = UNPACK.get(packing.toLowerCase());
  return unpack && data.length > 0 ? unpack(data) : data;
}
