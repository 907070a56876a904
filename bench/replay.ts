import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** An account in another process that answers the same bytes again and again. */
export interface Replay {
  readonly url: string;
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
  return { url: String(url), stop: () => server.disconnect() };
}
