import { isUtf8 } from "node:buffer";
import zlib, { type ZlibOptions } from "node:zlib";
import {
  type Answer,
  CUT_SHORT,
  EMPTY,
  type HttpRequest,
  LARGEST_MIB,
  NOT_JSON,
  PACKING,
  TOO_LARGE,
} from "./http";

/** What is wrong with an answer that cannot be unpacked, by zlib's codes. */
const FLAWS: Readonly<Record<string, string>> = {
  ERR_BUFFER_TOO_LARGE: TOO_LARGE,
  [CUT_SHORT]: CUT_SHORT,
};

type Read = Pick<Answer, "body" | "flaw">;

/**
 * Reads the body of an answer.
 *
 * @param packed its bytes as they came
 * @param encoding how they are packed: the answer's `Content-Encoding`
 */
export function readBody(request: HttpRequest, packed: Buffer, encoding: string | undefined): Read {
  const { expects, mayBeEmpty } = request;
  let data: Buffer;
  try {
    data = unpacked(packed, encoding, { maxOutputLength: LARGEST_MIB[expects] * 2 ** 20 });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return { body: null, flaw: FLAWS[code] ?? PACKING };
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
  if (!isUtf8(data)) {
    return { body: json, flaw: NOT_JSON };
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
