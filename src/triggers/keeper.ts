import type { ActionLogger } from "@prismatic-io/spectral";
import type { PollingState } from "@prismatic-io/spectral/dist/types/PollingTriggerDefinition";
import type { GorgiasClient } from "../client";
import { isObject } from "../client/json";
import { isoOf, SECOND } from "../schemas/instant";
import { type Kept, markNow, type Newcomers } from "./changes";
import type { FeedName, Followed } from "./feed";
import { isPackedIds, markFrom } from "./mark";
import { type Found, markOf, progressFrom } from "./place";

/** Where a trigger keeps how far it has come, and tells about it. */
export interface Keeper {
  readonly polling: PollingState;
  readonly logger: ActionLogger;
}

/** How far the last run came in a list. The log says when that is not known, and what it means. */
export function keptFor({ polling, logger }: Keeper, name: FeedName): Kept | undefined {
  const value = polling.getState()[name];
  const kept = keptFrom(value);
  if (kept) {
    return kept;
  }
  if (value === undefined) {
    logger.info(
      `This is the first run for ${name}: it remembers where the account stands and starts nothing. If the flow has run before, what it remembered was lost, and what changed since its last run is not delivered.`,
    );
  } else {
    logger.warn(`What the last run remembered of ${name} is damaged. ${LOST}`);
  }
  return undefined;
}

/** What it means that nothing is known of the last run. */
const LOST =
  "What changed since the last run is not delivered; this run remembers where the account stands now.";

/**
 * Reads on from what was kept, and says in the log what a run has to leave out. Where nothing that
 * can be used was kept, the account's mark of now is, and nothing is found.
 */
export async function readOn<F extends Found>(
  keeper: Keeper,
  gorgias: GorgiasClient,
  name: FeedName,
  kept: Kept | undefined,
  read: (kept: Kept) => Promise<F>,
): Promise<F | undefined> {
  const found = kept && (await read(kept));
  const clock = found?.clock ?? Number.POSITIVE_INFINITY;
  const isInFuture = kept !== undefined && markOf(kept.start).from > clock;
  if (found && !isInFuture) {
    tellLeftOut(keeper, name, found);
    return found;
  }
  if (isInFuture) {
    keeper.logger.warn(`What the last run remembered of ${name} lies in the future. ${LOST}`);
  }
  keep(keeper, name, { start: await markNow(gorgias, name) });
  return undefined;
}

/** How many characters are kept at the most. The platform keeps 64 KB. */
const MOST_KEPT = 60_000;

/**
 * Keeps for the next run how far this one came. Each list has a place of its own, as long as there
 * is room for those of the others.
 */
export function keep({ polling }: Keeper, name: FeedName, { start, newcomers }: Kept): void {
  const mine = { [name]: { start, ...(newcomers && { newcomers }) } };
  const all = { ...polling.getState(), ...mine };
  polling.setState(JSON.stringify(all).length > MOST_KEPT ? mine : all);
}

/** A window that begins later than this before now is shorter than changes can be late. */
const SHORTEST_WINDOW = 60 * SECOND;

/** Names the records that cannot be followed, each once. */
export function tellUndated(
  { logger }: Keeper,
  name: FeedName,
  undated: readonly Followed[],
): void {
  if (undated.length > 0) {
    const ids = undated.map(({ id }) => id).join(", ");
    logger.warn(
      `Gorgias gives no date that can be read for these ${name}, so that nobody can tell when they changed: ${ids}. They are not named again.`,
    );
  }
}

function tellLeftOut(keeper: Keeper, name: FeedName, found: Found): void {
  const { logger } = keeper;
  const { undated, mark, clock, missed } = found;
  tellUndated(keeper, name, undated);
  if (clock !== undefined && mark.from > clock - SHORTEST_WINDOW) {
    logger.warn(
      `So many ${name} changed within a minute that not all of them can be remembered: one that changed before ${isoOf(mark.from)} and shows up late is not delivered.`,
    );
  }
  if (missed) {
    const [from, to] = missed.map(isoOf);
    logger.warn(
      `What changed of ${name} between ${from} and ${to} is not delivered: it lies too far back for one run, and Gorgias does not let a run go on where the last one stopped.`,
    );
  }
}

function keptFrom(value: unknown): Kept | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const before = markFrom(value);
  if (before) {
    return { start: before };
  }
  const start = progressFrom(value.start) ?? markFrom(value.start);
  return start && { start, newcomers: newcomersFrom(value.newcomers) };
}

function newcomersFrom(value: unknown): Newcomers | undefined {
  const { since, ids } = isObject(value) ? value : {};
  return typeof since === "number" && isPackedIds(ids) ? { since, ids } : undefined;
}
