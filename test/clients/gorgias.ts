import type { ServerResponse } from "node:http";
import { type Sandbox, startSandbox } from "../../sandbox";
import { inFrontOf } from "./front";

/** The customer that Gorgias is asked for and does not answer. */
export const HELD = 404_404;

/** What becomes of a request for {@link HELD}: it comes in, and whoever sent it hangs up. */
export type Fate = "held" | "left";

/** A sandbox that never answers one kind of request. */
export interface Gorgias extends Pick<Sandbox, "credentials"> {
  readonly origin: string;
  /** Calls one listener, the last that was given, with what becomes of the requests held. */
  onFate(listener: (fate: Fate) => void): void;
  /** Answers what is still held: there is no such customer. */
  release(): void;
  close(): Promise<void>;
}

export async function startGorgias(): Promise<Gorgias> {
  const sandbox = await startSandbox({ tickets: 30, rateLimit: false });
  const held = new Set<ServerResponse>();
  let tell: (fate: Fate) => void = () => undefined;
  const front = await inFrontOf(sandbox.url, {
    keeps: ({ url = "" }, answered) => {
      const isHeld = url.startsWith(`/api/customers/${HELD}`);
      if (isHeld) {
        held.add(answered);
        answered.once("close", () => {
          held.delete(answered);
          if (!answered.writableFinished) {
            tell("left");
          }
        });
        tell("held");
      }
      return isHeld;
    },
  });
  return {
    origin: front.origin,
    credentials: sandbox.credentials,
    onFate: (listener) => {
      tell = listener;
    },
    release: () => {
      for (const answered of held) {
        answered.writeHead(404, { "content-type": "application/json" }).end("{}");
      }
    },
    close: async () => {
      await front.close();
      await sandbox.close();
    },
  };
}
