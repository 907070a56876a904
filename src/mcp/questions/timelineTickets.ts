import type { GorgiasClient } from "../../client";
import { isObject, type JsonObject } from "../../client/json";
import { LARGEST_PAGE, pages } from "../../client/pages";
import { type Instant, instantOf, SECOND } from "../../schemas/instant";
import type { Period } from "./period";
import type { Kind } from "./timelineEntries";

/** The most pages of a customer's tickets that are looked through. */
const MOST_PAGES = 5;

/** How long after a ticket last changed its survey may be answered: nothing says that it changes it. */
const SURVEY_DELAY = 30 * 86_400 * SECOND;

/** A ticket in which something may have happened. */
export interface Candidate {
  readonly ticket: JsonObject;
  /** Nothing in it is later than this. Infinity where nothing says so. */
  readonly latest: Instant;
}

/** A customer's tickets in which something may have happened in a period. */
export interface Candidates {
  /** The one that may have the newest entry first. */
  readonly tickets: readonly Candidate[];
  /** Older tickets were not looked at: what happened from here back may be missing. */
  readonly completeSince: Instant | undefined;
}

/**
 * Looks through a customer's tickets, the last changed first, until one has not changed since the
 * period began. Tickets cannot be filtered by date (docs/gorgias-api.md, "Lists").
 */
export async function candidatesOf(
  gorgias: GorgiasClient,
  customer: number,
  { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY }: Period,
  kinds: ReadonlySet<Kind>,
): Promise<Candidates> {
  const query = { customer_id: customer, order_by: "updated_datetime:desc" };
  const delay = kinds.has("surveys") ? SURVEY_DELAY : 0;
  const all: JsonObject[] = [];
  let completeSince: Instant | undefined;
  let read = 0;
  for await (const { data, nextCursor } of pages(gorgias, { path: "/tickets", query })) {
    all.push(...data.filter(isObject));
    read += 1;
    const changed = instantOf(all.at(-1)?.updated_datetime);
    if (nextCursor === null || (changed !== undefined && changed + delay < start)) {
      break;
    }
    if (read === MOST_PAGES) {
      completeSince = (changed ?? Number.POSITIVE_INFINITY) + delay;
      break;
    }
  }
  const tickets = all
    .map((ticket) => ({ ticket, latest: latestIn(ticket, delay) }))
    .filter(({ ticket, latest }) => {
      const created = instantOf(ticket.created_datetime) ?? Number.NEGATIVE_INFINITY;
      return created < end && latest >= start;
    })
    .toSorted((one, other) => (one.latest < other.latest ? 1 : -1));
  return { tickets, completeSince };
}

/** How many tickets are looked through at most. */
export const MOST_LOOKED_THROUGH = MOST_PAGES * LARGEST_PAGE;

function latestIn(ticket: JsonObject, delay: number): Instant {
  const changed = instantOf(ticket.updated_datetime) ?? instantOf(ticket.last_message_datetime);
  return changed === undefined ? Number.POSITIVE_INFINITY : changed + delay;
}
