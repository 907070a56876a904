import type { Micros } from "../clock";
import type { Shop } from "./index";

/** The scopes of `POST /api/reporting/stats` (`docs/gorgias-api.md`, "Statistics"). */
export const SCOPES = [
  "tickets-closed",
  "tickets-created",
  "tickets-open",
  "tickets-replied",
  "one-touch-tickets",
  "zero-touch-tickets",
  "satisfaction-surveys",
  "resolution-time",
  "messages-sent",
  "first-response-time",
  "human-first-response-time",
  "response-time",
  "messages-per-ticket",
  "ticket-handle-time",
  "online-time",
  "tags",
  "auto-qa",
  "messages-received",
  "automation-rate",
  "workload-tickets",
  "automated-interactions",
  "ticket-fields",
  "voice-calls",
  "voice-agent-events",
  "ticket-sla",
  "knowledge-insights",
  "voice-calls-summary",
] as const;

/** The names of the legacy statistics (`docs/gorgias-api.md`, "Statistics"). */
export const LEGACY_STATISTICS: readonly string[] = [
  "overview",
  "total-tickets-created",
  "total-tickets-replied",
  "total-tickets-closed",
  "total-messages-sent",
  "total-messages-received",
  "median-first-response-time",
  "median-resolution-time",
  "total-one-touch-tickets",
  "support-volume",
  "resolution-time",
  "first-response-time",
  "tickets-created-per-hour-per-weekday",
  "tickets-per-tag",
  "tickets-created-per-channel",
  "tickets-created-per-channel-per-day",
  "tickets-closed-per-agent",
  "tickets-closed-per-agent-per-day",
  "messages-sent-per-macro",
  "satisfaction-surveys",
  "revenue-per-day",
];

/** Something that is counted: when it was, and what it can be grouped by. */
export interface Fact {
  at: Micros;
  [dimension: string]: string | number | null;
}

/** What a scope counts: messages, closed tickets, or tickets by their creation. */
export function* factsOf(shop: Shop, scope: (typeof SCOPES)[number]): Iterable<Fact> {
  for (const ticket of shop.tickets.values()) {
    const dimensions = {
      ticketId: ticket.id,
      channel: ticket.channel,
      status: ticket.status,
      priority: ticket.priority,
      language: ticket.language,
      agentId: ticket.assigneeUserId,
      teamId: ticket.assigneeTeamId,
    };
    if (scope === "messages-sent" || scope === "messages-received") {
      for (const message of ticket.messages) {
        if (message.from_agent !== (scope === "messages-sent")) continue;
        yield { ...dimensions, at: message.created_datetime };
      }
    } else if (scope !== "tickets-closed") {
      yield { ...dimensions, at: ticket.created_datetime };
    } else if (ticket.closed_datetime !== null) {
      yield { ...dimensions, at: ticket.closed_datetime };
    }
  }
}

/** How many facts share each combination of values. */
export function countBy(
  facts: Iterable<Fact>,
  counted: (fact: Fact) => boolean,
  keys: (fact: Fact) => string[],
): { values: string[]; count: number }[] {
  const groups = new Map<string, { values: string[]; count: number }>();
  for (const fact of facts) {
    if (!counted(fact)) continue;
    const values = keys(fact);
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()];
}
