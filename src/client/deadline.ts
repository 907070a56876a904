import type { HttpRequest } from "./http";
import type { Pace } from "./pace";

/**
 * How long a client works at the most, in milliseconds: a minute less than a step may run on the
 * platform, so that a step that takes too long ends with an error and is not cut off.
 */
export const TIME_LIMIT_MS = 14 * 60_000;

/** How much longer a write is waited for that was sent in time: its answer tells what became of it. */
const WRITE_GRACE_MS = 30_000;

/** A request that is not sent, or not again. */
export interface Unsent {
  /** How far its turn at the account's pace is away, in milliseconds. */
  readonly turnMs: number;
  /** How long would have to be waited before it is tried again, in milliseconds. */
  readonly waitMs: number;
  /** Whether it is a write that an earlier try may have carried out. */
  readonly mayHaveBeenDone: boolean;
}

/** Until when a client may work, and whether whoever runs it still wants what it reads. */
export class Deadline {
  readonly #endsAt: number;
  /** How much time there was, in milliseconds. */
  readonly limitMs: number;
  /** Tells that nobody waits for an answer any more. */
  readonly signal: AbortSignal | undefined;

  constructor(limitMs = TIME_LIMIT_MS, signal?: AbortSignal) {
    this.#endsAt = performance.now() + limitMs;
    this.limitMs = limitMs;
    this.signal = signal;
  }

  /** How much time is left, in milliseconds. */
  leftMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** How much time is left in which a request may still be sent, in milliseconds. */
  leftToSendMs(_request: Pick<HttpRequest, "isRead">): number {
    return this.leftMs();
  }

  /** How long a turn is away, in milliseconds: one that comes too late is not waited for. */
  turnMs(pace: Pace): number {
    return pace.leastWaitMs();
  }

  /** How long a request may take that is sent now, of the time that it would have otherwise. */
  timeoutMs(request: Pick<HttpRequest, "isRead" | "timeoutMs">): number {
    const graceMs = request.isRead ? 0 : WRITE_GRACE_MS;
    return Math.min(request.timeoutMs, this.leftMs() + graceMs);
  }

  get isCancelled(): boolean {
    return this.signal?.aborted === true;
  }

  /** Whether nothing more may be sent. */
  get isOver(): boolean {
    return this.isCancelled || this.leftMs() === 0;
  }

  /** Why nothing more may be sent, or why there is no use in waiting. */
  reason(_request: Unsent): string {
    if (this.isCancelled) {
      return "the step was cancelled";
    }
    const limit = duration(this.limitMs);
    return this.isOver
      ? `the ${limit} that the step has are used up`
      : `less is left of the ${limit} that the step has than the next wait needs`;
  }

  /**
   * Waits.
   *
   * @param leftMs until when, where what follows needs time as well
   * @returns false when there is less time left than that, at once, or when it was cancelled
   */
  async wait(ms: number, leftMs = this.leftMs()): Promise<boolean> {
    if (this.isCancelled || ms >= leftMs) {
      return false;
    }
    const alarm = new Alarm(ms, this.signal);
    await alarm.rung;
    return !this.isCancelled;
  }

  /**
   * Waits for some work.
   *
   * @param leftMs how long at the most
   * @returns what it comes to; false when the time was over first, or when it was cancelled
   */
  async until(work: Promise<boolean>, leftMs: number): Promise<boolean> {
    const alarm = new Alarm(leftMs, this.signal);
    try {
      const isDone = await Promise.race([work, alarm.rung.then(() => false)]);
      return isDone && !this.isOver;
    } finally {
      alarm.stop();
    }
  }
}

/** Rings once: after a time, or when its signal comes. Nothing of it is left then. */
class Alarm {
  readonly rung: Promise<void>;
  /** Nobody needs it any more. */
  stop: () => void = () => undefined;

  constructor(ms: number, signal: AbortSignal | undefined) {
    this.rung = new Promise((resolve) => {
      const timer = setTimeout(() => this.stop(), Math.min(ms, LONGEST_TIMER_MS));
      this.stop = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", this.stop);
        resolve();
      };
      signal?.addEventListener("abort", this.stop);
    });
  }
}

/** Timers that are set for longer go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A time as a person says it: `14 minutes`. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [count, unit] = seconds < 120 ? [seconds, "second"] : [Math.round(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
