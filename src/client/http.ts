import type { Content } from "./content";
import { transmit } from "./transport";

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

/** One request, whole: {@link exchange} adds nothing to it. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Headers;
  readonly content?: Content | undefined;
  readonly expects: Expected;
  /** How long one try may take, in milliseconds. */
  readonly timeoutMs: number;
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
   * For `json` the parsed value, or the text when it is no JSON, or null when there is none; for
   * `text` a string; for `binary` a Buffer.
   */
  readonly body: unknown;
}

/** No answer came: the connection failed or took too long. */
export interface Fault {
  readonly kind: "fault";
  /** Node's error code, such as `ECONNRESET`, or `TIMEOUT`. */
  readonly code: string;
}

/** What became of one try. */
export type Outcome = Answer | Fault;

/** Sends a request once. What is sent reaches the given host alone. */
export async function exchange(request: HttpRequest): Promise<Outcome> {
  const { method, url, headers, content, expects, timeoutMs } = request;
  try {
    const received = await transmit({ method, url, headers, data: content?.open(), timeoutMs });
    return {
      kind: "answer",
      status: received.status,
      // Of Node's headers only Set-Cookie is a list, and nothing here reads it.
      headers: received.headers as Readonly<Record<string, string>>,
      body: read(received.data, expects),
    };
  } catch (error) {
    return { kind: "fault", code: codeOf(error) };
  }
}

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

function read(data: Buffer, expects: Expected): unknown {
  if (expects === "binary") {
    return data;
  }
  const text = data.toString("utf8");
  if (expects === "text") {
    return text;
  }
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code ?? "UNKNOWN";
}
