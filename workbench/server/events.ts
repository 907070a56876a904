import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Told } from "../messages";

/** How often a quiet stream is told that it still stands, in milliseconds. */
const HEARTBEAT_MS = 15_000;

/** Tells every page that is open what happens. */
export class Events {
  readonly #listeners = new Set<(told: Told) => void>();

  tell(told: Told): void {
    for (const listener of this.#listeners) {
      listener(told);
    }
  }

  /** `GET /events`. */
  routes(): Hono {
    return new Hono().get("/", (context) => this.#stream(context));
  }

  #stream(context: Context): Response {
    return streamSSE(context, async (stream) => {
      // One after the other: what is told first arrives first.
      let last: Promise<unknown> = stream.write(":\n\n");
      const send = (write: () => Promise<unknown>) => {
        last = last.then(write, () => undefined);
      };
      const listener = (told: Told) => send(() => stream.writeSSE({ data: JSON.stringify(told) }));
      const heartbeat = setInterval(() => send(() => stream.write(":\n\n")), HEARTBEAT_MS);
      this.#listeners.add(listener);
      await new Promise<void>((closed) => stream.onAbort(() => closed()));
      clearInterval(heartbeat);
      this.#listeners.delete(listener);
    });
  }
}
