import type { BucketSize } from "./bucket";
import { type Changes, changesOf } from "./changes";
import { type ApiKey, Credentials } from "./credentials";
import { Deliveries, type Delivery } from "./deliveries";
import { type Fault, Faults } from "./faults";
import { type Happening, type HappeningKey, happenings, happeningsIn } from "./happenings";
import { Jobs } from "./jobs";
import { OAuth, type OAuthClient } from "./oauth";
import { Pages } from "./pages";
import { type RecordedRequest, RequestLog } from "./requestLog";
import { buildServer } from "./server";
import { OWNER_ID, type Rank } from "./shop/records/user";
import { seedShop } from "./shop/seed";
import { attachPhotos } from "./shop/seed/attachments";
import { keysOf } from "./shop/seed/staff";
import { Storage } from "./storage";

export type { ApiKey, BucketSize, Changes, Delivery, Fault, HappeningKey, RecordedRequest };

/** How the account is set up. Everything has a default. */
export interface SandboxOptions {
  /** 0, the default, picks a free one. */
  port?: number;
  /** How many tickets the shop has (default 1000). */
  tickets?: number;
  /** The same seed gives the same shop (default 1). */
  seed?: number;
  /** The API key's bucket (default 40 per 20 s; OAuth's holds twice as many); false for none. */
  rateLimit?: BucketSize | false;
  /** The clock, in milliseconds. */
  now?: () => number;
  /** How long a cursor works (default 10 minutes). */
  cursorLifetimeMs?: number;
  /** How long an OAuth access token works (default an hour). */
  tokenLifetimeSeconds?: number;
  /**
   * Whether a refresh token works once, and another comes with each access token (default no: no
   * page says what Gorgias does, so both can be tried).
   */
  replacesRefreshTokens?: boolean;
  /** Search answers a bare array, or (the default) one under `data`: accounts differ. */
  searchShape?: "array" | "data";
  /** How much one upload may hold before it is answered 413 (default 10 MiB). */
  uploadLimitBytes?: number;
}

/** A Gorgias account that runs on this machine. */
export interface Sandbox {
  /** Its origin; the API is under `/api`. */
  url: string;
  /** For Basic authentication: an admin's. */
  credentials: ApiKey;
  /** One for each role, the admin's among them (`docs/gorgias-api.md`, "Permissions"). */
  keys: Readonly<Record<Rank, ApiKey>>;
  oauth: OAuthClient;
  /** What the API serves, such as `GET /api/tickets/{id}`, sorted. */
  routes: readonly string[];
  /** Every request to the API since the start, refused ones included. */
  requests: RecordedRequest[];
  /** Lets something go wrong for the next requests; faults apply in the order given. */
  fault(fault: Fault): void;
  /** Those that still wait for their requests. */
  faults: Pick<Faults, "waiting" | "clear" | "onHit">;
  /** Uses up room in the bucket, as another client of the account would. */
  drain(count: number): void;
  /** Creates and changes records directly, as other people in the account would. */
  change: Changes;
  /** What other people do there, ready to happen. */
  happenings: readonly Happening[];
  /** Lets one of them happen, and says what happened. */
  happen(key: HappeningKey): string;
  /** Calls the listener with every request to the API as it comes in, before it is carried out. */
  onRequest(listener: (request: RecordedRequest) => void): void;
  /** Every call to an HTTP integration. */
  deliveries: Delivery[];
  /** Waits until all of them have come to an end. */
  settled(): Promise<void>;
  /** Stops serving, whoever is still connected. */
  close(): Promise<void>;
}

/** Starts an account on 127.0.0.1, with a shop's history in it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    tickets = 1000,
    seed = 1,
    rateLimit = { capacity: 40, windowSeconds: 20 },
    now: machineNow = Date.now,
    cursorLifetimeMs = 600_000,
    tokenLifetimeSeconds = 3600,
    replacesRefreshTokens = false,
    searchShape = "data",
    uploadLimitBytes = 10 * 1024 * 1024,
  } = options;
  const client = { clientId: "sandbox-client", clientSecret: "sandbox-client-secret" };
  let aheadMs = 0;
  const now = () => machineNow() + aheadMs;
  const forward = (seconds: number) => {
    aheadMs += seconds * 1000;
  };

  const shop = seedShop({ tickets, seed, now });
  const oauth = new OAuth(client, now, tokenLifetimeSeconds, replacesRefreshTokens);
  const keys = keysOf(shop.users.values());
  const staff = { users: shop.users, keys: keys.byUser, ownerId: OWNER_ID };
  const credentials = new Credentials(staff, oauth, rateLimit, now);
  const faults = new Faults();
  const requestLog = new RequestLog(credentials, now);
  const storage = new Storage(now);
  const deliveries = new Deliveries(shop);
  const change = changesOf(shop, deliveries);
  const { app, routes } = buildServer(
    {
      shop,
      pages: new Pages(now, cursorLifetimeMs),
      storage,
      jobs: new Jobs(shop, storage, now),
      uploadLimitBytes,
      searchShape,
    },
    { change, credentials, deliveries, faults, requestLog, forward, oauth, now },
  );
  const url = await app.listen({ host: "127.0.0.1", port });
  await storage.listen();
  attachPhotos(shop, storage);

  return {
    url,
    credentials: keys.byRole.admin,
    keys: keys.byRole,
    oauth: client,
    routes: [...routes].sort(),
    requests: requestLog.requests,
    fault: (fault) => faults.add(fault),
    faults,
    drain: (count) => credentials.drain(count),
    change,
    happenings,
    happen: happeningsIn(shop, change),
    onRequest: (listener) => requestLog.onRequest(listener),
    deliveries: deliveries.log,
    settled: () => deliveries.settled(),
    close: async () => {
      await Promise.all([app.close(), storage.close(), deliveries.stop()]);
    },
  };
}
