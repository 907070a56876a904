import type { Micros } from "../clock";
import type { Shop } from "./index";
import type { Ticket } from "./records/ticket";

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

type Scope = (typeof SCOPES)[number];

const WHERE = ["channel", "integrationId", "storeId"];
const OF_CALLS = ["agentId", "integrationId", "phoneNumberId", "queueId"];

/** What scopes can be grouped by, where it isn't agent and place (`docs/gorgias-api.md`, "Statistics"). */
const DIMENSIONS: { readonly [S in Scope]?: readonly string[] } = {
  tags: ["tagId"],
  "ticket-fields": ["customFieldValue"],
  "ticket-sla": ["status"],
  "zero-touch-tickets": WHERE,
  "messages-received": WHERE,
  "automation-rate": WHERE,
  "automated-interactions": ["eventType", ...WHERE],
  "auto-qa": ["agentId", ...WHERE, "categoryName"],
  "workload-tickets": ["agentId"],
  "online-time": ["agentId"],
  "knowledge-insights": [],
  "voice-calls": OF_CALLS,
  "voice-calls-summary": OF_CALLS,
  "voice-agent-events": ["agentId", "integrationId"],
};

/** What a scope can be grouped by. */
export function dimensionsOf(scope: Scope): readonly string[] {
  return DIMENSIONS[scope] ?? ["agentId", ...WHERE];
}

/** What a scope counts: messages, tags of tickets, or tickets by when they were created, closed or replied to. */
export function* factsOf(shop: Shop, scope: Scope): Iterable<Fact> {
  for (const ticket of shop.tickets.values()) {
    const dimensions = {
      agentId: ticket.assigneeUserId,
      channel: ticket.channel,
      integrationId: null,
      storeId: null,
    };
    for (const { at, ...others } of momentsOf(ticket, scope)) {
      yield { ...dimensions, ...others, at };
    }
  }
}

function momentsOf(ticket: Ticket, scope: Scope): Fact[] {
  const { messages, tagIds, created_datetime: created, closed_datetime: closed } = ticket;
  switch (scope) {
    case "messages-sent":
    case "messages-received":
      return messages
        .filter((message) => message.from_agent === (scope === "messages-sent"))
        .map((message) => ({ at: message.created_datetime }));
    case "tags":
      return tagIds.map((tagId) => ({ at: created, tagId }));
    case "tickets-closed":
      return closed === null ? [] : [{ at: closed }];
    case "tickets-replied":
      return messages.some((message) => message.from_agent && message.public)
        ? [{ at: created }]
        : [];
    default:
      return [{ at: created }];
  }
}

/** What a fact is grouped by. */
export type Key = string | number | null;

/** How many facts share each combination of values. */
export function countBy<K extends Key>(
  facts: Iterable<Fact>,
  counted: (fact: Fact) => boolean,
  keys: (fact: Fact) => K[],
): { values: K[]; count: number }[] {
  const groups = new Map<string, { values: K[]; count: number }>();
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
