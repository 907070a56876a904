import type { IncomingHttpHeaders } from "node:http";
import { Bucket, type BucketSize } from "./bucket";
import { basic, type OAuth } from "./oauth";
import type { User } from "./shop/records/user";

/** What opens the API by Basic authentication. */
export interface ApiKey {
  username: string;
  apiKey: string;
}

/** On whose behalf a request comes, and by what kind of credential. */
export interface Caller {
  kind: "key" | "oauth";
  user: User;
  /** What an OAuth application was granted; a key opens all that its user may do. */
  scopes?: readonly string[];
}

/** Who can be let in. */
export interface Staff {
  users: { get(id: number): User | undefined };
  /** The API keys, by the user whose they are. */
  keys: ReadonlyMap<number, string>;
  /** The user on whose behalf OAuth applications act. */
  ownerId: number;
}

/**
 * Which credentials are good, and how fast each may send requests: API keys and OAuth applications
 * have a bucket each.
 */
export class Credentials {
  /** Undefined where there is no rate limit. */
  readonly buckets: { key: Bucket; oauth: Bucket } | undefined;

  /**
   * @param size the bucket of the API keys; OAuth's holds twice as many (`docs/gorgias-api.md`,
   * "Rate limit")
   */
  constructor(
    private readonly staff: Staff,
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

  /** Who sends a request; undefined when its credential is missing, wrong or expired. */
  check({ authorization = "" }: IncomingHttpHeaders): Caller | undefined {
    const { users, keys, ownerId } = this.staff;
    for (const [id, key] of keys) {
      const user = users.get(id);
      if (user?.active && authorization === basic(user.email, key)) return { kind: "key", user };
    }
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
    const scopes = this.oauth.scopesOf(token);
    const owner = users.get(ownerId);
    return scopes && owner && { kind: "oauth", user: owner, scopes };
  }

  /** Uses up room in both buckets. */
  drain(count: number): void {
    this.buckets?.key.drain(count);
    this.buckets?.oauth.drain(count);
  }
}
