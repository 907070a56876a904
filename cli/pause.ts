import { setTimeout } from "node:timers/promises";

/** Waits, unless it is stopped meanwhile. */
export async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal: stopped }).catch(() => undefined);
}
