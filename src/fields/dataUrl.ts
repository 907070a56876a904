import { decodedPart } from "../client/address";
import { trimmed } from "../client/trimmed";
import { type ContentType, parametersIn, toContentType } from "./contentType";
import { isName } from "./fileName";
import { unexpected } from "./inputError";
import { fromPercents } from "./percent";

/** A file that was written as an address: `data:image/png;base64,iVBOR…`. */
export interface DataUrl {
  readonly data: Buffer;
  /** What stands before the content; undefined for plain text. */
  readonly type: ContentType | undefined;
}

/** What is meant as a data URL: one that says what it is. */
const MEANT = /^data:[\w.+-]+\/[\w.+-]+[ \t]*[;,]/i;

const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?[ \t]*((?:;[^;,"]*(?:"[^"]*"[^;,"]*)*)*),(.*)$/is;

/** The rest of a file's name, where a comma stands in it. */
const REST_OF_NAME = /^([^;"]*)(;\s*base64\s*),([\w+/=%\s-]*)$/i;

const BASE64 = /^[\w+/-]*={0,2}$/;

/**
 * Reads a data URL (RFC 2397), in base64 or with percent signs, also as many write it: with spaces,
 * or a name for the file. A text that only begins with `data:` is none.
 *
 * @returns undefined for any other text
 * @throws InputError for a data URL that is damaged
 */
export function dataUrlIn(text: string, name: string): DataUrl | undefined {
  const url = trimmed(text);
  const [whole, kind = "", head = "", tail = ""] = DATA_URL.exec(url) ?? [];
  const [parameters, content] = split(head, tail);
  const isBase64 = parameters.some((one) => /^\s*base64\s*$/i.test(one));
  const isSaid = isBase64 ? !/\s/.test(head) : head.includes("=") && !/\s/.test(head + tail);
  if (whole === undefined || (kind === "" && !isSaid)) {
    if (MEANT.test(url)) {
      throw unexpected(name, "a data URL such as data:image/png;base64,…", text);
    }
    return undefined;
  }
  const bytes = fromPercents(content);
  const written = bytes.toString("latin1").replace(/\s/g, "");
  if (isBase64 && (!BASE64.test(written) || written.replace(/=+$/, "").length % 4 === 1)) {
    throw unexpected(name, "a data URL in base64", text);
  }
  const said = parameters.filter((one) => one.includes("=")).map((one) => `;${one}`);
  const isPlain = kind === "" && said.length === 0;
  return {
    data: isBase64 ? Buffer.from(written, "base64") : bytes,
    type: isPlain
      ? undefined
      : unescaped(toContentType([kind || "text/plain", ...said].join(""), name)),
  };
}

/** Parameters and content. A comma in a name that has no quotes ends nothing. */
function split(head: string, tail: string): [parameters: string[], content: string] {
  const parameters = parametersIn(head);
  const last = parameters.at(-1) ?? "";
  const [, more = "", base64, content = ""] = REST_OF_NAME.exec(tail) ?? [];
  return base64 !== undefined && isName(last) && !last.includes('"')
    ? [[...parameters.slice(0, -1), `${last},${more}`, "base64"], content]
    : [parameters, tail];
}

/** Names in an address are written with percent signs. */
function unescaped(type: ContentType | undefined): ContentType | undefined {
  return type && { ...type, name: type.name && (decodedPart(type.name) ?? type.name) };
}
