import { setImmediate as turn } from "node:timers/promises";

/** What will happen, and when. */
interface Event {
  readonly at: number;
  happen(): void;
}

/** A time that jumps from one event to the next: ten minutes pass in a moment. */
export class Clock {
  #now = 0;
  readonly #coming = new Set<Event>();

  /** Milliseconds since the simulation began. */
  get now(): number {
    return this.#now;
  }

  /** @returns what {@link cancel} takes */
  after(ms: number, happen: () => void): object {
    const event = { at: this.#now + Math.max(0, ms), happen };
    this.#coming.add(event);
    return event;
  }

  cancel(event: object): void {
    this.#coming.delete(event as Event);
  }

  /** Lets time pass until nothing is to come any more. */
  async run(): Promise<void> {
    for (;;) {
      // Whatever can go on by itself does so before time passes.
      await turn();
      const next = this.#next();
      if (!next) {
        return;
      }
      this.#coming.delete(next);
      this.#now = next.at;
      next.happen();
    }
  }

  /** Of two at the same time, the one that was set first. */
  #next(): Event | undefined {
    let next: Event | undefined;
    for (const event of this.#coming) {
      if (!next || event.at < next.at) {
        next = event;
      }
    }
    return next;
  }
}
