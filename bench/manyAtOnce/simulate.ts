import type { BucketSize } from "../../sandbox";
import { Random } from "../../sandbox/shop/seed/random";
import { Account } from "./account";
import { Clock } from "./clock";
import { type Run, startContainer } from "./container";

/** One execution of a flow, in a container of its own. */
export interface Execution {
  /** It starts at a random moment until then. */
  readonly startsWithinSeconds: number;
  /** How many pages it finds in the list of tickets. */
  readonly pages: number;
  work(run: Run): Promise<unknown>;
}

/** What became of it. */
export interface Ended {
  readonly startedAt: number;
  readonly endedAt: number;
  /** What it failed with. */
  readonly error?: unknown;
}

/** What became of all. Times are in seconds. */
export interface Course {
  /** In the order of the executions. */
  readonly ended: readonly Ended[];
  readonly requests: number;
  readonly refused: number;
  /** When the last one ended. */
  readonly seconds: number;
  /** The least time in which the account would have let as many requests in. */
  readonly leastSeconds: number;
}

/** Runs executions that know nothing of each other on one account, in a time that jumps. */
export async function simulate(
  bucket: BucketSize,
  executions: readonly Execution[],
): Promise<Course> {
  const clock = new Clock();
  const now = () => clock.now / 1000;
  const account = new Account(bucket, () => clock.now);
  const running = executions.map((execution, index) => {
    const random = new Random(index).next;
    return new Promise<Ended>((end) => {
      clock.after(random() * execution.startsWithinSeconds * 1000, () => {
        const startedAt = now();
        const answer = (path: string) => account.answer(path, execution.pages);
        execution.work(startContainer({ clock, random, answer })).then(
          () => end({ startedAt, endedAt: now() }),
          (error: unknown) => end({ startedAt, endedAt: now(), error }),
        );
      });
    });
  });
  await clock.run();
  const ended = await Promise.all(running);
  const { requests, refused } = account;
  const { capacity, windowSeconds } = bucket;
  return {
    ended,
    requests,
    refused,
    seconds: Math.max(...ended.map(({ endedAt }) => endedAt)),
    leastSeconds: ((requests - refused - capacity) * windowSeconds) / capacity,
  };
}
