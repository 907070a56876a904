/** Random numbers that are the same for the same seed (the generator is known as mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to 1. */
  readonly next = (): number => {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** A whole number from 0 up to the bound, the bound left out. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** True in that share of all calls. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of them, each as likely as the others. */
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error("Nothing to pick from.");
    return picked;
  }

  /** One of them, by the share of each; the shares add up to one. */
  weighted<T extends { share: number }>(from: readonly T[]): T {
    let left = this.next();
    for (const item of from) {
      left -= item.share;
      if (left < 0) return item;
    }
    return this.pick(from);
  }
}
