import { Deadline, duration, type Unsent } from "./deadline";
import type { HttpRequest } from "./http";
import type { Pace } from "./pace";

/** The least time that a read gets, in milliseconds. */
const LEAST_READ_MS = 1_000;

/** The least time that a write gets, in milliseconds: less would leave open what became of it. */
const LEAST_WRITE_MS = 10_000;

/**
 * The deadline of a caller that waits no longer, whatever is under way then, as a model's host
 * does. A request that could not be answered in time is not sent: the error says when to try
 * again. A write that is under way at the end is not waited for; its error says that it may have
 * been carried out.
 */
export class CallDeadline extends Deadline {
  override leftToSendMs({ isRead }: Pick<HttpRequest, "isRead">): number {
    return Math.max(0, this.leftMs() - (isRead ? LEAST_READ_MS : LEAST_WRITE_MS));
  }

  override timeoutMs({ timeoutMs }: Pick<HttpRequest, "timeoutMs">): number {
    return Math.min(timeoutMs, this.leftMs());
  }

  override turnMs(pace: Pace): number {
    return pace.expectedWaitMs();
  }

  override reason({ turnMs, waitMs, mayHaveBeenDone }: Unsent): string {
    if (this.isCancelled) {
      return "the call was cancelled";
    }
    const limit = `the ${duration(this.limitMs)} that the call has`;
    const problem = this.isOver
      ? `${limit} are used up`
      : `too little is left of ${limit} for another request`;
    if (mayHaveBeenDone) {
      // It is looked for first.
      return problem;
    }
    const seconds = Math.max(1, Math.ceil(Math.max(turnMs, waitMs) / 1000));
    const cause = turnMs > 0 ? "Gorgias' rate limit is used up" : problem;
    return `${cause}: busy, try again in ${seconds} s`;
  }
}
