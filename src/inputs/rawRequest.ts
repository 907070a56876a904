import { decodedPart, isPathPart } from "../client/address";
import type { File } from "../client/content";
import { TIME_LIMIT_MS } from "../client/deadline";
import { type Expected, type Headers, METHODS } from "../client/http";
import { isObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { bytesOf, fileBytesOf, utf8 } from "../fields/bytes";
import { choice, modelOf, toggle } from "../fields/choice";
import { type Field, field, required, told } from "../fields/field";
import { labelledFiles, toFile } from "../fields/file";
import { refusal, unexpected } from "../fields/inputError";
import { toJson } from "../fields/json";
import { jsonIn } from "../fields/jsonText";
import { toPairs } from "../fields/keyValue";
import { wholeNumber } from "../fields/number";
import { withSecrets } from "../fields/secret";
import { toText, wholeText } from "../fields/text";

const keyValueText = { type: "string", collection: "keyvaluelist" } as const;

/** The path of a raw request, and what followed its question mark. */
export interface RawPath {
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

const url: Field<RawPath> = required(
  told(
    "The path after https://<domain>.gorgias.com/api: /tickets.",
    field(
      {
        label: "URL",
        type: "string",
        example: "/tickets",
        comments:
          "The path below https://<domain>.gorgias.com/api, which comes from the connection: for https://acme.gorgias.com/api/tickets it is /tickets.",
      },
      toPath,
    ),
  ),
);

/** A body, by what it was filled in as. */
export type RawBody =
  | { readonly text: string }
  | { readonly file: File }
  | { readonly json: unknown };

const data: Field<RawBody | undefined> = told(
  "The body, as JSON.",
  withSecrets(
    field<RawBody>(
      {
        label: "Data",
        type: "string",
        example: '{ "name": "Jo Martin" }',
        comments:
          "The body: JSON as text or from an earlier step, or any other text if a Content-Type header says what it is. Files, and bytes that are not JSON, are sent as they are.",
      },
      (value, name) => {
        if (typeof value === "string") {
          return { text: wholeText(value, name) };
        }
        // Bytes alone do not say what they are.
        const text = utf8(bytesOf(value));
        if (text !== undefined && jsonIn(text)) {
          return { text };
        }
        return fileBytesOf(value) ? { file: toFile(value, name) } : { json: toJson(value, name) };
      },
      { type: ["object", "string"] },
    ),
  ),
);

const formData: Field<[string, string][] | undefined> = withSecrets(
  field(
    {
      label: "Form Data",
      example: "name: Jo Martin",
      ...keyValueText,
      comments: "Text fields of a multipart form, in place of Data.",
    },
    textPairs,
  ),
);

const fileDataFileNames: Field<ReadonlyMap<string, string> | undefined> = field(
  {
    label: "File Data File Names",
    example: "file: hello.txt",
    ...keyValueText,
    comments: "Names for the files above: the same keys, and the name that each file gets.",
  },
  (value, name) => new Map(textPairs(value, name)),
);

const queryParams: Field<[string, string][] | undefined> = field(
  {
    label: "Query Parameter",
    example: "limit: 100",
    ...keyValueText,
    comments: "What follows the question mark, a row each. The same key may come several times, or hold a list.",
  },
  // A list is its key several times.
  (value, name) =>
    textPairs(
      toPairs(value, name).flatMap(([key, all]) =>
        [all].flat().map((one) => ({ key, value: one })),
      ),
      name,
    ),
  { type: "object" },
);

const headers: Field<Headers | undefined> = field(
  {
    label: "Header",
    example: "Accept-Language: en",
    ...keyValueText,
    comments:
      "Headers to send, a row each. Authorization and Host come from the connection and cannot be set.",
  },
  toHeaders,
);

const responseType: Field<Expected> = required(
  field<Expected>(
    {
      label: "Response Type",
      type: "string",
      default: "json",
      model: modelOf(["json", "text", "binary"]),
      comments: "How to read the answer: as json, as text, or as binary for a file.",
    },
    (value, name) => {
      const expected = RESPONSE_TYPES.get(trimmed(toText(value, name)).toLowerCase());
      if (expected === undefined) {
        throw unexpected(name, "json, text or binary", value);
      }
      return expected;
    },
  ),
);

/** Flows that were built on Spectral's own raw request name the last two in axios' words. */
const RESPONSE_TYPES = new Map<string, Expected>([
  ["json", "json"],
  ["text", "text"],
  ["binary", "binary"],
  ["arraybuffer", "binary"],
  ["document", "text"],
]);

/** The inputs of Raw Request, under Spectral's own keys. */
export const rawInputs = {
  url,
  method: required(choice(METHODS, { label: "Method", comments: "The HTTP method." })),
  data,
  formData,
  fileData: labelledFiles({
    label: { key: "Key", value: "File Data" },
    example: "file: data:text/plain;base64,SGVsbG8=",
    comments: "Files of a multipart form, in place of Data.",
  }),
  fileDataFileNames,
  queryParams,
  headers,
  responseType,
  timeout: wholeNumber({
    label: "Timeout",
    max: TIME_LIMIT_MS,
    example: "30000",
    comments:
      "How long one try may take, in milliseconds: at most 840000, the 14 minutes that a step has. Left blank or 0, it is 30 seconds, and 2 minutes with files.",
  }),
  retryDelayMS: wholeNumber({
    label: "Retry Delay (ms)",
    example: "1000",
    default: "0",
    max: 60_000,
    comments:
      "How long to wait between tries, in milliseconds. Not used when Use Exponential Backoff is on.",
  }),
  retryAllErrors: toggle({
    label: "Retry On All Errors",
    comments:
      "Tries again after any error, 4xx included, and whatever the method. Off, it tries again after network faults, 429 and 5xx, and a POST or PATCH only if it surely was not carried out.",
  }),
  maxRetries: wholeNumber({
    label: "Max Retry Count",
    example: "3",
    default: "0",
    max: 20,
    comments: "How many times to try again. 0 sends the request once.",
  }),
  useExponentialBackoff: toggle({
    label: "Use Exponential Backoff",
    comments:
      "Waits longer after each try: up to 0.5 s, 1 s, 2 s and so on, at most 30 s. Retry Delay is not used then.",
  }),
};

/** Reads a path, and refuses whatever could lead elsewhere than below the account's `/api`. */
function toPath(value: unknown, name: string): RawPath {
  const typed = trimmed(toText(value, name));
  const [, given = "", search = ""] = /^([^?#]*)(?:\?([^#]*))?$/.exec(typed) ?? [];
  const path = given.replace(/^\/?(?:api\/)?/, "");
  const segments = path.replace(/\/$/, "").split("/").map(decodedPart);
  if (
    !segments.every(
      (segment) => segment !== undefined && isPathPart(segment) && !segment.includes(":"),
    )
  ) {
    throw unexpected(name, "a path of Gorgias' API without its address, such as /tickets", value);
  }
  const encoded = segments.map((segment) => encodeURIComponent(segment ?? "")).join("/");
  return {
    path: `/${encoded}${path.endsWith("/") ? "/" : ""}`,
    query: [...new URLSearchParams(search)],
  };
}

/** A key-value list of texts. A value other than text is sent as JSON writes it, a date without quotes. */
function textPairs(value: unknown, name: string): [string, string][] {
  return toPairs(value, name).map(([key, one]) => [key, asText(one ?? "", `${name}: ${key}`)]);
}

function asText(value: unknown, name: string): string {
  const isJson = isObject(value) || Array.isArray(value) || typeof value === "boolean";
  const given = isJson ? toJson(value, name) : toText(value, name);
  return typeof given === "string" ? given : JSON.stringify(given);
}

function toHeaders(value: unknown, input: string): Headers {
  const headers = new Map<string, string[]>();
  for (const [key, text] of textPairs(value, input)) {
    const name = key.trim().toLowerCase();
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(text)) {
      throw unexpected(input, "names and values that HTTP allows", key.trim());
    }
    if (["__proto__", "constructor", "prototype"].includes(name)) {
      throw refusal(input, `${key.trim()} cannot be sent as a header.`);
    }
    if (OWN_HEADERS.test(name)) {
      throw refusal(input, `${key.trim()} is set by the connector and cannot be given.`);
    }
    headers.set(name, [...(headers.get(name) ?? []), text]);
  }
  return Object.fromEntries(headers);
}

/** Headers that decide who gets a request and where it ends. */
const OWN_HEADERS =
  /^(?:authorization|proxy-.*|host|connection|content-length|transfer-encoding|upgrade|expect|te|trailer|keep-alive)$/;
