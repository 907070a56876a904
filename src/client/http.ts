import type { Content } from "./content";

/** The methods that requests can have. Gorgias' own API uses the first four. */
export const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"] as const;

/** A request's method. */
export type Method = (typeof METHODS)[number];

/**
 * A query's value: a list becomes a repeated key, an object becomes `key[part]=value`, and
 * undefined leaves the key out.
 */
export type QueryValue =
  | string
  | number
  | boolean
  | undefined
  | readonly (string | number)[]
  | { readonly [part: string]: string };

/** What follows the question mark: by key, or as pairs in their order. */
export type Query =
  | Readonly<Record<string, QueryValue>>
  | readonly (readonly [string, QueryValue])[];

/** Header values; a list sends the header several times. */
export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** How the body of an answer is read. */
export type Expected = "json" | "text" | "binary";

/** One request, whole: what carries it adds nothing to it. */
export interface HttpRequest {
  /** What errors call it, for example `GET /api/tickets/7`. */
  readonly name: string;
  readonly method: Method;
  readonly url: string;
  readonly headers: Headers;
  readonly content?: Content | undefined;
  /** Whether it changes nothing, whatever its method. */
  readonly isRead: boolean;
  readonly expects: Expected;
  /** Whether JSON is expected, and nothing at all is an answer as well. */
  readonly mayBeEmpty: boolean;
  /** Whether it deletes the one thing that its path names, and nothing else. */
  readonly deletesOne: boolean;
  /** How long one try may take, in milliseconds. */
  readonly timeoutMs: number;
  /** What an error says beside what happened: how far a longer read had come. */
  readonly progress?: string | undefined;
}

/** Whether a request goes to Gorgias itself, and not to a storage host: those get no credentials. */
export function isToGorgias({ headers }: Pick<HttpRequest, "headers">): boolean {
  return "authorization" in headers;
}

/** An answer came, whatever its status. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * For `json` the parsed value, or null when there is none; for `text` a string; for `binary` a
   * Buffer. What isn't JSON is a string, and what could not be read to its end is null.
   */
  readonly body: unknown;
  /**
   * Why the body of a success cannot be used: {@link NOT_JSON}, {@link EMPTY}, {@link PACKING},
   * {@link CUT_SHORT} or {@link TOO_LARGE}, or the code of the {@link Fault} that ended it half-way.
   */
  readonly flaw?: string | undefined;
}

/** No answer came: the connection failed or took too long. */
export interface Fault {
  readonly kind: "fault";
  /** Node's error code, such as `ECONNRESET`, or `TIMEOUT`. */
  readonly code: string;
  /** Whether there was a connection, so that Gorgias may have got the request. */
  readonly wasSent: boolean;
}

/** The answer is something other than JSON, JSON that was cut off, or not UTF-8. */
export const NOT_JSON = "NOT_JSON";

/** Nothing came where there should be an answer. */
export const EMPTY = "EMPTY";

/** The answer is not packed as it says. */
export const PACKING = "PACKING";

/** The answer was packed, and was cut short: Node's code for it. */
export const CUT_SHORT = "Z_BUF_ERROR";

/** The answer is larger than what is read. */
export const TOO_LARGE = "TOO_LARGE";

/** The most that is read of an answer, unpacked, so that none takes up the memory of its host. */
export const LARGEST_MIB: Readonly<Record<Expected, number>> = { json: 64, text: 64, binary: 256 };

/** What became of one try. */
export type Outcome = Answer | Fault;

/** A query as text, with its question mark; empty when nothing is in it. */
export function searchOf(query: Query = {}): string {
  const pairs = isPairs(query) ? query : Object.entries(query);
  const parameters = pairs.flatMap(([key, value]) => parametersOf(key, value));
  return parameters.length > 0 ? `?${new URLSearchParams(parameters)}` : "";
}

function isPairs(query: Query): query is readonly (readonly [string, QueryValue])[] {
  return Array.isArray(query);
}

function parametersOf(key: string, value: QueryValue): [string, string][] {
  if (value === undefined) {
    return [];
  }
  if (typeof value !== "object") {
    return [[key, String(value)]];
  }
  return Array.isArray(value)
    ? value.map((one) => [key, String(one)])
    : Object.entries(value).map(([part, one]) => [`${key}[${part}]`, String(one)]);
}
