/** How many requests fit, and how long a full bucket takes to run empty. */
export interface BucketSize {
  capacity: number;
  windowSeconds: number;
}

/**
 * A leaky bucket: each request pours one in, `capacity / windowSeconds` run out every second, and
 * a request that would overflow it is refused and costs nothing.
 */
export class Bucket {
  private level = 0;
  private at: number;

  constructor(
    private readonly size: BucketSize,
    private readonly now: () => number,
  ) {
    this.at = now();
  }

  /** Lets one request in, or answers in how many whole seconds the next would fit. */
  take(): { accepted: true } | { accepted: false; retryAfter: number } {
    this.leak();
    const excess = this.level + 1 - this.size.capacity;
    if (excess <= 1e-9) {
      this.level += 1;
      return { accepted: true };
    }
    return { accepted: false, retryAfter: Math.max(1, Math.ceil(excess / this.leakPerSecond)) };
  }

  /** Uses up room, as other clients of the account would. */
  drain(count: number): void {
    this.leak();
    this.level = Math.min(this.size.capacity, this.level + count);
  }

  /** `used/limit`, the value of `X-Gorgias-Account-Api-Call-Limit`. */
  toString(): string {
    this.leak();
    return `${Math.ceil(this.level - 1e-9)}/${this.size.capacity}`;
  }

  private get leakPerSecond(): number {
    return this.size.capacity / this.size.windowSeconds;
  }

  private leak(): void {
    const now = this.now();
    const seconds = Math.max(0, now - this.at) / 1000;
    this.level = Math.max(0, this.level - seconds * this.leakPerSecond);
    this.at = now;
  }
}
