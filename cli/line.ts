import pc from "picocolors";
import { inFewWords } from "./answer";
import type { Exchange } from "./exchange";
import type { Run } from "./run";
import { oneLine } from "./text";

/** How wide the request is shown at the most. */
const REQUEST_WIDTH = 56;

/** How wide an action's name is shown at the least, so that lines stand in columns. */
const ACTION_WIDTH = 31;

/** One run on one line: action, request, status, time, and what came back in a few words. */
export function lineOf({ action, exchanges, ms, outcome }: Run): string {
  const mark = outcome.ok ? pc.green("✓") : pc.red("✗");
  const words = outcome.ok ? inFewWords(outcome.data) : pc.red(oneLine(outcome.message, 400));
  return [
    `${mark} ${pc.bold(action.padEnd(ACTION_WIDTH))}`,
    requestsOf(exchanges).padEnd(REQUEST_WIDTH),
    (exchanges.at(-1)?.result ?? "").padStart(3),
    `${ms} ms`.padStart(8),
    ` ${words}`,
  ].join(" ");
}

/** The first request that changes something, or else the first, readable, and how many there were. */
function requestsOf(exchanges: readonly Exchange[]): string {
  const times = exchanges.length > 1 ? ` × ${exchanges.length}` : "";
  const [first] = exchanges;
  const change = exchanges.find(({ request }) => !request.startsWith("GET "));
  const request = (change ?? first)?.request ?? "no request";
  return `${oneLine(decoded(request), REQUEST_WIDTH - times.length)}${times}`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
