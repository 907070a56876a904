import type { Changes } from "./changes";
import { Problem } from "./problem";
import type { Shop } from "./shop";
import type { NewMessage } from "./shop/messageChanges";
import type { Trigger } from "./shop/records/integration";
import type { Ticket } from "./shop/records/ticket";
import { mayDo, type User } from "./shop/records/user";

/** What happenings work on. */
interface Scene {
  readonly shop: Shop;
  readonly change: Changes;
  /** The number of the order that somebody asks about: another one each time. */
  readonly nextOrder: () => number;
}

/** What customers and staff do. */
const HAPPENINGS = {
  "ticket-created": {
    label: "A customer writes a new ticket",
    events: ["ticket-created", "ticket-message-created"],
    happen({ shop, change, nextOrder }) {
      const sender = { email: "jo@example.com" };
      const id = change.createTicket({
        via: "email",
        subject: `Where is order #${nextOrder()}?`,
        messages: [{ ...fromCustomer("It has not arrived yet."), sender }],
      });
      return `${ticket(shop, id)} was created.`;
    },
  },
  "customer-answered": {
    label: "A customer answers the newest ticket",
    events: ["ticket-message-created"],
    happen({ shop, change }) {
      const { id, status } = newestTicket(shop);
      change.addMessage(id, fromCustomer("It has just arrived."));
      const reopened = status === "closed" ? " It was closed, and is open again." : "";
      return `${ticket(shop, id)} got an answer from its customer.${reopened}`;
    },
  },
  "status-changed": {
    label: "The newest ticket is closed or reopened",
    events: ["ticket-updated", "ticket-status-updated"],
    happen({ shop, change }) {
      const { id, status } = newestTicket(shop);
      const isOpen = status === "open";
      change.updateTicket(id, { status: isOpen ? "closed" : "open" });
      return `${ticket(shop, id)} was ${isOpen ? "closed" : "reopened"}.`;
    },
  },
  "ticket-assigned": {
    label: "The newest ticket is assigned to an agent",
    events: ["ticket-updated", "ticket-assignment-updated"],
    happen({ shop, change }) {
      const { id, assigneeUserId } = newestTicket(shop);
      const agent = agentAfter(shop, assigneeUserId);
      change.updateTicket(id, { assignee_user: { id: agent.id } });
      return `${ticket(shop, id)} was assigned to ${agent.name}.`;
    },
  },
  "customer-created": {
    label: "A new customer is added",
    events: [],
    happen({ shop, change, nextOrder }) {
      const id = change.createCustomer({ name: `Jo Martin ${nextOrder()}` });
      return `${customer(shop, id)} was created.`;
    },
  },
  "customer-changed": {
    label: "The newest customer changes",
    events: [],
    happen({ shop, change, nextOrder }) {
      const { id } = newest("customer", shop.customers.values());
      const note = `Asked about order #${nextOrder()}.`;
      change.updateCustomer(id, { note });
      return `${customer(shop, id)} has a new note: "${note}"`;
    },
  },
  "survey-answered": {
    label: "A customer answers a satisfaction survey",
    events: [],
    happen({ shop, change }) {
      const { id, customerId } = newestTicket(
        shop,
        (one) => one.surveyId === null && one.customerId !== null,
      );
      change.createSurvey({
        ticket_id: id,
        customer_id: Number(customerId),
        score: 5,
        body_text: "Quick and friendly.",
      });
      return `${ticket(shop, id)} got 5 of 5 stars from its customer.`;
    },
  },
} satisfies Record<
  string,
  { label: string; events: readonly Trigger[]; happen(scene: Scene): string }
>;

/** What can be made to happen. */
export type HappeningKey = keyof typeof HAPPENINGS;

/** The same as people read it. */
export interface Happening {
  readonly key: HappeningKey;
  readonly label: string;
  /** What an HTTP integration may listen to, to be called when it happens. */
  readonly events: readonly Trigger[];
}

/** All that can be made to happen. */
export const happenings: readonly Happening[] = Object.entries(HAPPENINGS).map(
  ([key, { label, events }]) => ({ key: key as HappeningKey, label, events }),
);

/**
 * What lets things happen in an account, as other people would do them.
 *
 * @returns lets one thing happen and says what happened, such as
 *   `Ticket #153041806 "Where is order #1001?" was created.`; it throws a Problem when there is
 *   nothing that it could happen to
 */
export function happeningsIn(shop: Shop, change: Changes): (key: HappeningKey) => string {
  let order = 999;
  const nextOrder = () => {
    order += 1;
    return order;
  };
  return (key) => HAPPENINGS[key].happen({ shop, change, nextOrder });
}

/** A message to the shop; its sender is the ticket's customer. */
function fromCustomer(text: string): NewMessage {
  return { channel: "email", via: "email", from_agent: false, body_text: text };
}

function newestTicket(shop: Shop, wanted: (ticket: Ticket) => boolean = () => true): Ticket {
  const tickets = [...shop.tickets.values()];
  return newest(
    "ticket",
    tickets.filter((one) => one.trashed_datetime === null && wanted(one)),
  );
}

/** Ids are given away in order. */
function newest<T extends { id: number }>(kind: string, records: Iterable<T>): T {
  let last: T | undefined;
  for (const record of records) if (last === undefined || record.id > last.id) last = record;
  if (last === undefined) throw nothing(kind);
  return last;
}

/** Agents take turns. */
function agentAfter(shop: Shop, id: number | null): User {
  const agents = [...shop.users.values()].filter((user) => user.active && mayDo(user, "agent"));
  const next = agents[agents.findIndex((agent) => agent.id === id) + 1] ?? agents[0];
  if (next === undefined) throw nothing("agent");
  return next;
}

function nothing(kind: string): Problem {
  return new Problem(404, `There is no ${kind} left that this could happen to.`);
}

function ticket(shop: Shop, id: number): string {
  return `Ticket #${id} "${shop.tickets.one(id).subject ?? ""}"`;
}

function customer(shop: Shop, id: number): string {
  return `Customer #${id} "${shop.customers.one(id).name ?? ""}"`;
}
