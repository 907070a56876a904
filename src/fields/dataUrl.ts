import { trimmed } from "../client/trimmed";
import { unexpected } from "./inputError";

/** A file that was written as an address: `data:image/png;base64,iVBOR…`. */
export interface DataUrl {
  readonly data: Buffer;
  /** What stands before the content; empty for plain text. */
  readonly contentType: string;
}

const DATA_URL =
  /^data:((?:[\w.+-]+\/[\w.+-]+)?(?:;[\w.+-]+=(?:"[^"\r\n]*"|[^\s;,"]*))*)(;base64)?,(.*)$/is;

const BASE64 = /^[\w+/-]*={0,2}$/;

/**
 * Reads a data URL (RFC 2397), in base64 or with percent signs. A text that only begins with
 * `data:` is none: what is written with percent signs has no spaces, and says what it is.
 *
 * @returns undefined for any other text
 * @throws InputError for base64 that is damaged
 */
export function dataUrlIn(text: string, name: string): DataUrl | undefined {
  const url = /^\s*data:/i.test(text) ? DATA_URL.exec(trimmed(text)) : null;
  const [, type = "", base64, content = ""] = url ?? [];
  if (url === null || (!base64 && (type === "" || /\s/.test(content)))) {
    return undefined;
  }
  const contentType = type.startsWith(";") ? `text/plain${type}` : type;
  const bytes = fromPercents(content);
  if (!base64) {
    return { data: bytes, contentType };
  }
  const written = bytes.toString("latin1").replace(/\s/g, "");
  if (!BASE64.test(written) || written.replace(/=+$/, "").length % 4 === 1) {
    throw unexpected(name, "a data URL in base64", text);
  }
  return { data: Buffer.from(written, "base64"), contentType };
}

/** Bytes that are written as percent signs and hexadecimal digits, among others as they are. */
function fromPercents(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8").toString("latin1");
  const decoded = bytes.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1");
}
