import type { BucketSize } from "../../sandbox";
import { median } from "../median";
import type { Run } from "./container";
import { type Course, type Execution, simulate } from "./simulate";

/** A rate limit, and who works under it. */
export interface Scene {
  readonly name: string;
  readonly bucket: BucketSize;
  /** Executions that read a long list, all started in the same second. */
  readonly long: { readonly executions: number; readonly pages: number };
  /** Executions that make two requests, as a webhook starts them: spread over some minutes. */
  readonly short?: { readonly executions: number; readonly withinSeconds: number };
  /** The most that may be refused, in percent. */
  readonly mostRefused: number;
}

const API_KEY: BucketSize = { capacity: 40, windowSeconds: 20 };
const OAUTH: BucketSize = { capacity: 80, windowSeconds: 20 };

/** Each long one alone takes as long as the rate limit makes it: ten minutes and twenty seconds. */
export const SCENES: readonly Scene[] = [
  { name: "API key", bucket: API_KEY, long: { executions: 1, pages: 1_280 }, mostRefused: 0 },
  { name: "API key", bucket: API_KEY, long: { executions: 4, pages: 320 }, mostRefused: 1 },
  { name: "API key", bucket: API_KEY, long: { executions: 16, pages: 80 }, mostRefused: 2 },
  { name: "API key", bucket: API_KEY, long: { executions: 64, pages: 20 }, mostRefused: 15 },
  { name: "OAuth 2.0", bucket: OAUTH, long: { executions: 64, pages: 40 }, mostRefused: 15 },
  {
    name: "API key",
    bucket: API_KEY,
    long: { executions: 16, pages: 40 },
    short: { executions: 240, withinSeconds: 480 },
    mostRefused: 5,
  },
];

/** What a scene comes to. Times are in seconds. */
export interface Figures extends Pick<Course, "requests" | "refused" | "seconds" | "leastSeconds"> {
  readonly scene: Scene;
  readonly failed: number;
  /** After how long half of the long executions had ended. */
  readonly half: number;
  /** How long the short ones took. */
  readonly short?: { readonly median: number; readonly longest: number };
}

/** Plays a scene. It comes to the same figures on every machine. */
export async function play(scene: Scene): Promise<Figures> {
  const { bucket, long, short } = scene;
  const executions: readonly Execution[] = [
    ...Array.from({ length: long.executions }, () => ({
      startsWithinSeconds: 1,
      pages: long.pages,
      work: (run: Run) => run("listTickets", { fetchAll: "true" }),
    })),
    ...Array.from({ length: short?.executions ?? 0 }, () => ({
      startsWithinSeconds: short?.withinSeconds ?? 0,
      pages: 0,
      work: async (run: Run) => {
        await run("getTicket", { id: 1 });
        await run("getCustomer", { id: 1 });
      },
    })),
  ];
  const { ended, ...course } = await simulate(bucket, executions);
  const took = ended.map(({ startedAt, endedAt }) => endedAt - startedAt);
  const tookShort = took.slice(long.executions);
  return {
    scene,
    ...course,
    failed: ended.filter(({ error }) => error !== undefined).length,
    half: median(took.slice(0, long.executions)),
    ...(short ? { short: { median: median(tookShort), longest: Math.max(...tookShort) } } : {}),
  };
}
