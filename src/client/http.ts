import http from "node:http";
import https from "node:https";
import axios, { type AxiosRequestConfig } from "axios";

/** The methods of Gorgias' API. */
export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A query's value; a list becomes a repeated key, undefined leaves the key out. */
export type QueryValue = string | number | boolean | undefined | readonly (string | number)[];

/** What follows the question mark. */
export type Query = Readonly<Record<string, QueryValue>>;

/** One request to Gorgias, without what every request shares. */
export interface RequestSpec {
  readonly method: Method;
  /** Below `/api`, with its parts encoded: `/tickets/7`. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON. Undefined sends no body. */
  readonly body?: unknown;
}

/** Gorgias answered. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; the text when it is no JSON; null when the answer has no body. */
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

/** How long one try may take, in milliseconds. */
const TIMEOUT_MS = 30_000;

/** Connections stay open between the requests of an execution. */
const keepAlive = {
  httpAgent: new http.Agent({ keepAlive: true }),
  httpsAgent: new https.Agent({ keepAlive: true }),
};

/**
 * Sends one request once. Redirects are not followed and no proxy is used, so that credentials
 * reach the given host alone.
 *
 * @param origin `https://acme.gorgias.com`
 * @param headers sent as they are
 * @returns the answer, whatever its status, or the fault
 */
export async function exchange(
  origin: string,
  headers: Readonly<Record<string, string>>,
  request: RequestSpec,
): Promise<Outcome> {
  const config: AxiosRequestConfig<string> = {
    ...keepAlive,
    method: request.method,
    url: urlOf(origin, request),
    headers: { ...headers },
    ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
    responseType: "text",
    transformRequest: [],
    transformResponse: [],
    validateStatus: null,
    maxRedirects: 0,
    proxy: false,
    maxBodyLength: Number.POSITIVE_INFINITY,
  };
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const response = await axios.request<string>({ ...config, signal: timeout.signal });
    return {
      kind: "answer",
      status: response.status,
      headers: flatten(response.headers),
      body: parse(response.data),
    };
  } catch (error) {
    return { kind: "fault", code: timeout.signal.aborted ? "TIMEOUT" : codeOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The whole address of a request. */
export function urlOf(origin: string, { path, query }: RequestSpec): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        parameters.append(key, String(one));
      }
    }
  }
  const search = parameters.size > 0 ? `?${parameters}` : "";
  return `${origin}/api${path}${search}`;
}

function parse(text: string): unknown {
  if (text === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function flatten(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function codeOf(error: unknown): string {
  return axios.isAxiosError(error) && error.code ? error.code : "UNKNOWN";
}
