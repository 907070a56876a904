import { Bucket, type BucketSize } from "../../sandbox/bucket";

/** Few, as only requests count. */
const ITEMS_PER_PAGE = 5;

/** What the account answers to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Gorgias, with one bucket for all that ask, and answers that say no more than they must. */
export class Account {
  readonly #bucket: Bucket;
  #requests = 0;
  #refused = 0;

  constructor(size: BucketSize, now: () => number) {
    this.#bucket = new Bucket(size, now);
  }

  /** How many requests came, refused ones as well. */
  get requests(): number {
    return this.#requests;
  }

  get refused(): number {
    return this.#refused;
  }

  /**
   * @param path with its query
   * @param pages how many pages its list of tickets has for the one that asks
   */
  answer(path: string, pages: number): Answer {
    this.#requests += 1;
    const place = this.#bucket.take();
    const headers = { "x-gorgias-account-api-call-limit": String(this.#bucket) };
    if (!place.accepted) {
      this.#refused += 1;
      const body = JSON.stringify({ error: { msg: "Rate limit exceeded" } });
      return { status: 429, headers: { ...headers, "retry-after": `${place.retryAfter}` }, body };
    }
    const { pathname, searchParams } = new URL(path, "https://acme.gorgias.com");
    const body =
      pathname === "/api/tickets" ? page(Number(searchParams.get("cursor")), pages) : { id: 1 };
    return { status: 200, headers, body: JSON.stringify(body) };
  }
}

/** @param cursor the number of the page */
function page(cursor: number, pages: number) {
  const data = Array.from({ length: ITEMS_PER_PAGE }, (_, item) => ({
    id: cursor * ITEMS_PER_PAGE + item + 1,
  }));
  const next = cursor + 1 < pages ? String(cursor + 1) : null;
  return {
    object: "list",
    uri: "/api/tickets",
    data,
    meta: { prev_cursor: null, next_cursor: next },
  };
}
