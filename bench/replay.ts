import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { AccountAccess } from "./reader";

/** An account in another process that answers the same bytes again and again, to anybody. */
export interface Replay extends AccountAccess {
  stop(): void;
}

/**
 * Starts an account whose answers cost next to nothing, so that what is measured is the reader.
 *
 * @param tickets how many its list has
 */
export async function startReplay(tickets: number): Promise<Replay> {
  const server = fork(join(__dirname, "replayServer.ts"), [String(tickets)]);
  const [url] = await once(server, "message");
  return {
    url: String(url),
    username: "agent@example.com",
    apiKey: "bench-api-key",
    stop: () => server.disconnect(),
  };
}
