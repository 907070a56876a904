/** Something that goes wrong on purpose, for the next requests that match. */
export interface Fault {
  /** Answer with this status instead of doing what was asked. */
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
  private readonly waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.count ?? 1 });
  }

  /** The fault that hits this request, used up by it. */
  next(method: string, url: string): Fault | undefined {
    const hit = this.waiting.find(
      ({ fault, left }) =>
        left > 0 &&
        url.startsWith(fault.path ?? "/api") &&
        (fault.method === undefined || fault.method.toUpperCase() === method),
    );
    if (hit === undefined) return undefined;
    hit.left -= 1;
    if (hit.left === 0) this.waiting.splice(this.waiting.indexOf(hit), 1);
    return hit.fault;
  }
}
