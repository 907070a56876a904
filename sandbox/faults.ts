import type { Api } from "./api";
import { Problem } from "./problem";

/** Something that goes wrong on purpose, for the next requests that match. */
export interface Fault {
  /** Answer with this status and do nothing of what was asked. */
  status?: number;
  /** Cut the connection without an answer. */
  reset?: boolean;
  /** Wait first. Alone, it only makes the request slow. */
  delayMs?: number;
  /** How many requests it hits (default 1). */
  count?: number;
  /** Only requests of this method. */
  method?: string;
  /** Only requests whose path starts so (default `/api`). */
  path?: string;
  /** Seconds in a `Retry-After` header. */
  retryAfter?: number;
}

/** Faults wait in line; each request gets the first one that matches it. */
export class Faults {
  private line: { fault: Fault; left: number }[] = [];
  private readonly listeners: (() => void)[] = [];
  /** Ends the wait of each request that is delayed. */
  private readonly waits = new Set<() => void>();

  /** Puts a fault at the end of the line. */
  add(fault: Fault): void {
    this.line.push({ fault, left: fault.count ?? 1 });
  }

  /** The faults that still wait, each with how many requests it will still hit. */
  waiting(): readonly Fault[] {
    return this.line.map(({ fault, left }) => ({ ...fault, count: left }));
  }

  /** Takes back those that still wait, and lets go of the requests that are delayed. */
  clear(): void {
    this.line = [];
    for (const end of this.waits) end();
  }

  /** Calls the listener whenever a fault has hit a request. */
  onHit(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Lets the faults happen to the requests that this server receives from now on. */
  attachTo(app: Api): void {
    app.addHook("onRequest", async (request, reply) => {
      const fault = this.next(request.method, request.url);
      if (fault === undefined) return;
      if (fault.delayMs !== undefined) {
        await this.wait(fault.delayMs);
      }
      if (fault.reset) {
        reply.hijack();
        request.raw.socket.resetAndDestroy();
        return reply;
      }
      if (fault.status !== undefined) {
        if (fault.retryAfter !== undefined) reply.header("retry-after", fault.retryAfter);
        throw new Problem(fault.status, "The sandbox was told to let this request fail.");
      }
      return;
    });
  }

  /** Waits for so many milliseconds, or until faults are taken back. */
  private wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.waits.delete(end);
        resolve();
      };
      // A sandbox that is closed waits for nothing more.
      const timer = setTimeout(end, delayMs).unref();
      this.waits.add(end);
    });
  }

  /** The fault that hits this request, used up by it. */
  private next(method: string, url: string): Fault | undefined {
    const hit = this.line.find(
      ({ fault, left }) =>
        left > 0 &&
        url.startsWith(fault.path ?? "/api") &&
        (fault.method === undefined || fault.method.toUpperCase() === method),
    );
    if (hit === undefined) return undefined;
    hit.left -= 1;
    if (hit.left === 0) this.line.splice(this.line.indexOf(hit), 1);
    for (const listener of this.listeners) listener();
    return hit.fault;
  }
}
