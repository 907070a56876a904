import pc from "picocolors";
import { inFewWords } from "./answer";
import type { Exchange } from "./exchange";
import type { Run } from "./run";
import { oneLine, padded } from "./text";

/** How wide the request is shown at the most, and at the least where it is shown at all. */
const WIDEST_REQUEST = 56;
const NARROWEST_REQUEST = 24;

/** How wide an action's name is shown at the least, so that lines stand in columns. */
const ACTION_WIDTH = 31;

/** What mark, action, status and time take, with the spaces between them. */
const FIXED_WIDTH = 2 + ACTION_WIDTH + 1 + 3 + 1 + 8 + 2;

/** How much room is kept for what came back. */
const WORDS_WIDTH = 28;

/** How little of what came back is still worth columns for status and time. */
const NARROWEST_WORDS = 12;

/**
 * One run on one line: action, request, status, time, and what came back in a few words. Where the
 * request would be cut to next to nothing, the line does without it, and on a narrow screen without
 * status and time. Only a failure is longer than the line: it is told whole.
 */
export function lineOf({ action, exchanges, ms, outcome }: Run, width: number): string {
  const room = Math.min(WIDEST_REQUEST, width - FIXED_WIDTH - 1 - WORDS_WIDTH);
  const request = room < NARROWEST_REQUEST ? [] : [padded(requestsOf(exchanges, room), room)];
  const isNarrow = width < FIXED_WIDTH + NARROWEST_WORDS;
  const left = isNarrow
    ? width - 2 - action.length - 2
    : width - FIXED_WIDTH - (request.length > 0 ? room + 1 : 0);
  const mark = outcome.ok ? pc.green("✓") : pc.red("✗");
  const words = outcome.ok
    ? oneLine(inFewWords(outcome.data), Math.max(left, 0))
    : pc.red(oneLine(outcome.message, 400));
  if (isNarrow) {
    return `${mark} ${pc.bold(action)}${words && `  ${words}`}`;
  }
  return [
    `${mark} ${pc.bold(action.padEnd(ACTION_WIDTH))}`,
    ...request,
    (exchanges.at(-1)?.result ?? "").padStart(3),
    `${ms} ms`.padStart(8),
    ` ${words}`,
  ].join(" ");
}

/** The first request that changes something, or else the first, readable, and how many there were. */
function requestsOf(exchanges: readonly Exchange[], width: number): string {
  const times = exchanges.length > 1 ? ` × ${exchanges.length}` : "";
  const [first] = exchanges;
  const change = exchanges.find(({ request }) => !request.startsWith("GET "));
  const request = (change ?? first)?.request ?? "no request";
  return `${oneLine(decoded(request), width - times.length)}${times}`;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
