import { isObject } from "../src/client/json";

/** One request and what became of it, as the connector's log tells. */
export interface Exchange {
  /** Method, path and query: `GET /api/tickets?limit=5`. */
  readonly request: string;
  /** The status, or the code of the fault when no answer came. */
  readonly result: string;
  readonly ms: number;
  /** `used/limit`; undefined when the answer didn't tell. */
  readonly rateLimit: string | undefined;
}

/** The first line of a log entry: `GET https://… → 200 in 41 ms, rate limit 3/40`. */
const SUMMARY = /^([A-Z]+) (\S+) → (\S+) in (\d+) ms(?:, rate limit (\S+))?$/m;

/**
 * Reads what Debug Request writes to the log.
 *
 * @returns undefined for an entry that is about something else
 */
export function readExchange(entry: string): Exchange | undefined {
  const [, method = "", url = "", result = "", ms, rateLimit] = SUMMARY.exec(entry) ?? [];
  if (!URL.canParse(url)) {
    return undefined;
  }
  const { pathname, search } = new URL(url);
  return { request: `${method} ${pathname}${search}`, result, ms: Number(ms), rateLimit };
}

/** One side of an exchange, with credentials hidden. */
export interface Side {
  readonly headers: Readonly<Record<string, unknown>>;
  /** JSON or text, cut where it is long; undefined for none. */
  readonly body?: unknown;
}

/** Both sides of an exchange; the answer's is missing where none came. */
export interface Sides {
  readonly request: Side;
  readonly response?: Side;
}

/**
 * Reads headers and bodies out of the same entry: they follow its first line as JSON.
 *
 * @returns undefined where what had to be hidden has left no JSON
 */
export function readSides(entry: string): Sides | undefined {
  try {
    const sides: unknown = JSON.parse(entry.slice(entry.indexOf("\n") + 1));
    return areSides(sides) ? sides : undefined;
  } catch {
    return undefined;
  }
}

function areSides(value: unknown): value is Sides {
  return (
    isObject(value) &&
    isSide(value.request) &&
    (value.response === undefined || isSide(value.response))
  );
}

function isSide(value: unknown): value is Side {
  return isObject(value) && isObject(value.headers);
}

/** A request that failed and will be sent again, as the connector's log tells. */
export interface Wait {
  /** Method and path: `GET /api/account`. */
  readonly request: string;
  /** What became of it: `answered 503`. */
  readonly reason: string;
  /** For how long: `2 seconds`. */
  readonly delay: string;
  /** The number of the try that follows. */
  readonly attempt: string;
}

/** Such an entry: `GET /api/account: answered 503. Waiting 2 seconds before try 2.` */
const WAIT =
  /^(?<request>[A-Z]+ \S+): (?<reason>.+)\. Waiting (?<delay>.+) before try (?<attempt>\d+)\.$/;

/**
 * Reads what Debug Request writes to the log before a request is sent again.
 *
 * @returns undefined for an entry that is about something else
 */
export function readWait(entry: string): Wait | undefined {
  const { request, reason, delay, attempt } = WAIT.exec(entry)?.groups ?? {};
  return request && reason && delay && attempt ? { request, reason, delay, attempt } : undefined;
}
