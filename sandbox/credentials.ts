import type { IncomingHttpHeaders } from "node:http";
import { Bucket, type BucketSize } from "./bucket";
import { basic, type OAuth } from "./oauth";

/** What opens the API by Basic authentication. */
export interface ApiKey {
  username: string;
  apiKey: string;
}

/**
 * Which credentials are good, and how fast each may send requests: the API key and OAuth
 * applications have a bucket each.
 */
export class Credentials {
  /** Undefined where there is no rate limit. */
  readonly buckets: { key: Bucket; oauth: Bucket } | undefined;

  /**
   * @param size the bucket of the API key; OAuth's holds twice as many (`docs/gorgias-api.md`,
   * "Rate limit")
   */
  constructor(
    private readonly key: ApiKey,
    private readonly oauth: OAuth,
    size: BucketSize | false,
    now: () => number,
  ) {
    if (size === false) return;
    this.buckets = {
      key: new Bucket(size, now),
      oauth: new Bucket({ ...size, capacity: size.capacity * 2 }, now),
    };
  }

  /** Which kind of credential a request carries; undefined when it is missing, wrong or expired. */
  check({ authorization = "" }: IncomingHttpHeaders): "key" | "oauth" | undefined {
    if (authorization === basic(this.key.username, this.key.apiKey)) return "key";
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    return token !== undefined && this.oauth.accepts(token) ? "oauth" : undefined;
  }

  /** Uses up room in both buckets. */
  drain(count: number): void {
    this.buckets?.key.drain(count);
    this.buckets?.oauth.drain(count);
  }
}
