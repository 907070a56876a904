import type { GorgiasClient } from "../../client";
import { isObject, type JsonObject } from "../../client/json";
import { type Instant, isoOf } from "../../schemas/instant";
import { nameOf } from "./people";
import { type Period, shown } from "./period";
import {
  createdEntry,
  type Entry,
  type Happened,
  type Kind,
  MOST_EVENTS,
  readEvents,
  readTicket,
  within,
} from "./timelineEntries";
import { type Candidate, candidatesOf, MOST_LOOKED_THROUGH } from "./timelineTickets";

/** The most tickets that are read in a call: each takes up to two requests. */
const MOST_READ = 15;

/** The most tickets that are named where not all were read. */
const MOST_NAMED = 20;

/** What is asked of a customer's past. */
export interface Asked {
  readonly customer: number;
  readonly period: Period;
  readonly kinds: ReadonlySet<Kind>;
  readonly limit: number;
}

/** What happened, the newest first, and what is missing in it, in sentences. */
export interface Timeline {
  readonly entries: readonly JsonObject[];
  readonly left_out: readonly string[];
}

/**
 * Reads what happened with a customer, the newest first. Tickets are read in the order in which they
 * may hold something new, and no further than it takes to fill the limit.
 */
export async function timelineOf(gorgias: GorgiasClient, asked: Asked): Promise<Timeline> {
  const { customer, period, kinds, limit } = asked;
  const names = new Map<unknown, string>();
  const { tickets, completeSince } = await candidatesOf(gorgias, customer, period, kinds);
  const all = new Collected(period);
  const add = (happened: Happened) => {
    all.add(happened);
    gorgias.report(happened.entries.length);
  };
  const isTold = (type: string) =>
    !(type === "ticket-created" && kinds.has("tickets")) &&
    !(type === "ticket-message-created" && kinds.has("messages"));

  for (const { ticket } of tickets) {
    const { assignee_user: user } = ticket;
    const name = nameOf(user);
    if (isObject(user) && name !== undefined) {
      names.set(user.id, name);
    }
    if (kinds.has("tickets")) {
      all.add(createdEntry(ticket));
    }
  }
  if (kinds.has("events")) {
    add(await readEvents(gorgias, { type: "Customer", id: customer }, period, isTold));
  }
  const unread = await readInto(
    all,
    tickets,
    limit,
    async ({ id }) => {
      if (kinds.has("messages") || kinds.has("surveys")) {
        add(await readTicket(gorgias, id, kinds, names));
      }
      if (kinds.has("events")) {
        add(await readEvents(gorgias, { type: "Ticket", id }, period, isTold));
      }
    },
    kinds,
  );

  const { told, next } = all.newest(limit);
  const isMissed = (since: Instant | undefined): since is Instant =>
    since !== undefined && since > (next ?? Number.NEGATIVE_INFINITY);
  return {
    entries: told.map(({ shown }) => withName(shown, names)),
    left_out: [
      next === undefined ? "" : `Older entries: call again with to ${isoOf(next)}.`,
      unreadNote(unread),
      isMissed(all.completeSince) ? eventsNote(all.completeSince) : "",
      isMissed(completeSince) ? lookedThroughNote(completeSince) : "",
      all.undated === 0 ? "" : `${all.undated} records without a date that can be read.`,
    ].filter(Boolean),
  };
}

/** @returns the tickets that were not read although they may belong into the timeline */
async function readInto(
  all: Collected,
  tickets: readonly Candidate[],
  limit: number,
  read: (ticket: JsonObject) => Promise<void>,
  kinds: ReadonlySet<Kind>,
): Promise<readonly Candidate[]> {
  if (kinds.size === 1 && kinds.has("tickets")) {
    return [];
  }
  for (const [index, { ticket, latest }] of tickets.entries()) {
    if (all.countSince(latest) >= limit) {
      return [];
    }
    if (index === MOST_READ) {
      return tickets.slice(index);
    }
    await read(ticket);
  }
  return [];
}

/** What was read so far. */
class Collected {
  readonly #period: Period;
  readonly #entries: Entry[] = [];
  completeSince: Instant | undefined;
  undated = 0;

  constructor(period: Period) {
    this.#period = period;
  }

  add({ entries, completeSince, undated = 0 }: Happened): void {
    this.#entries.push(...within(this.#period, entries));
    this.undated += undated;
    if (completeSince !== undefined) {
      this.completeSince = Math.max(completeSince, this.completeSince ?? completeSince);
    }
  }

  countSince(moment: Instant): number {
    return this.#entries.filter(({ at }) => at >= moment).length;
  }

  /**
   * @returns the newest entries, all of a moment together, and where the rest ends: the moment of
   *   the last one, which the next call leaves out
   */
  newest(limit: number): { told: readonly Entry[]; next: Instant | undefined } {
    // Of one moment, a ticket comes before what is in it: it was added first.
    const sorted = this.#entries.toReversed().toSorted((one, other) => other.at - one.at);
    const last = sorted[limit - 1]?.at ?? Number.NEGATIVE_INFINITY;
    const told = sorted.filter(({ at }, index) => index < limit || at === last);
    return { told, next: told.length < sorted.length ? last : undefined };
  }
}

/** An event says who caused it by ID. */
function withName(entry: JsonObject, names: ReadonlyMap<unknown, string>): JsonObject {
  return entry.kind === "event" && entry.by !== undefined
    ? { ...entry, by: names.get(entry.by) ?? `user ${entry.by}` }
    : entry;
}

function unreadNote(unread: readonly Candidate[]): string {
  const [first] = unread;
  if (!first) {
    return "";
  }
  const ids = unread.slice(0, MOST_NAMED).map(({ ticket }) => ticket.id);
  const since = Number.isFinite(first.latest) ? ` from ${shown(first.latest)} back` : "";
  const more = unread.length > ids.length ? " and others" : "";
  return `${unread.length} tickets were not read, because a call reads ${MOST_READ}: what happened in them${since} is missing. Read them one by one, or ask for a shorter period or for kinds tickets alone. IDs: ${ids.join(", ")}${more}.`;
}

function eventsNote(completeSince: Instant): string {
  return `Events before ${shown(completeSince)} can be missing: a call reads ${MOST_EVENTS} of a ticket. Call again with to ${isoOf(completeSince)}.`;
}

function lookedThroughNote(completeSince: Instant): string {
  const since = Number.isFinite(completeSince)
    ? ` What happened before ${shown(completeSince)} may be missing.`
    : "";
  return `Only the ${MOST_LOOKED_THROUGH} tickets that changed last were looked through.${since}`;
}
