import type { Micros } from "../clock";
import { invalid, taken } from "../problem";
import { checkedValues, type GivenValues } from "./fieldValues";
import type { Shop } from "./index";
import { type NewMessage, writeMessage } from "./messageChanges";
import { customerFor, type Person, refuseUnknownPeople } from "./people";
import type { Ticket } from "./records/ticket";
import { tagNamed } from "./tagChanges";
import { ticketEvents } from "./ticketEvents";

/** What a request may say about a ticket. A field left out stays as it is. */
export interface TicketInput {
  status?: Ticket["status"];
  priority?: Ticket["priority"];
  channel?: string;
  via?: string;
  subject?: string | null;
  customer?: Person | null;
  assignee_user?: { id?: number | null } | null;
  assignee_team?: { id?: number | null } | null;
  tags?: { name: string; decoration?: { color?: string | null } | null }[] | null;
  custom_fields?: GivenValues | null;
  external_id?: string | null;
  from_agent?: boolean | null;
  is_unread?: boolean;
  language?: string | null;
  spam?: boolean | null;
  meta?: Record<string, unknown> | null;
  opened_datetime?: Micros | null;
  closed_datetime?: Micros | null;
  trashed_datetime?: Micros | null;
  snooze_datetime?: Micros | null;
  updated_datetime?: Micros | null;
  last_message_datetime?: Micros | null;
  last_received_message_datetime?: Micros | null;
}

/** A new ticket has at least one message. */
export type NewTicket = TicketInput & {
  via: string;
  messages: NewMessage[];
  created_datetime?: Micros | null;
};

/** Makes a ticket with its messages; nothing is made when a reference leads nowhere. */
export function createTicket(shop: Shop, input: NewTicket, by: number | null): Ticket {
  const { messages, created_datetime: given, ...fields } = input;
  refuseTaken(shop, input.external_id, undefined);
  messages.forEach((message, index) => {
    refuseUnknownPeople(shop, message, `messages.${index}.`);
  });
  const first = messages[0];
  const created = given ?? shop.stamp();
  const blank: Ticket = {
    id: shop.tickets.nextId(),
    external_id: null,
    status: "open",
    priority: "normal",
    channel: first?.channel ?? "api",
    via: input.via,
    from_agent: first?.from_agent ?? false,
    spam: false,
    is_unread: first?.from_agent === false,
    customerId: null,
    assigneeUserId: null,
    assigneeTeamId: null,
    language: null,
    subject: first?.subject ?? null,
    meta: null,
    tagIds: [],
    custom_fields: {},
    messages: [],
    surveyId: null,
    created_datetime: created,
    opened_datetime: null,
    last_received_message_datetime: null,
    last_message_datetime: null,
    updated_datetime: created,
    closed_datetime: input.status === "closed" ? created : null,
    trashed_datetime: null,
    snooze_datetime: null,
  };
  const ticket: Ticket = { ...blank, ...patchOf(shop, blank, fields, by) };
  ticket.customerId ??= customerFor(shop, "messages.0", firstCustomer(first), by);
  shop.record("ticket-created", { type: "Ticket", id: ticket.id }, by);
  for (const message of messages) {
    writeMessage(shop, ticket, { created_datetime: created, ...message }, by);
  }
  const received = ticket.messages.filter((message) => !message.from_agent);
  ticket.last_message_datetime ??= ticket.messages.at(-1)?.created_datetime ?? null;
  ticket.last_received_message_datetime ??= received.at(-1)?.created_datetime ?? null;
  return shop.tickets.add(ticket);
}

/** Changes a ticket, and records an event for each kind of change. */
export function updateTicket(
  shop: Shop,
  ticket: Ticket,
  input: TicketInput,
  by: number | null,
): Ticket {
  refuseTaken(shop, input.external_id, ticket);
  const before = { ...ticket };
  const patch = patchOf(shop, ticket, input, by);
  const now = shop.stamp();
  shop.tickets.change(ticket, {
    ...closing(ticket, input, now),
    updated_datetime: now,
    ...patch,
  });
  for (const type of ticketEvents(before, ticket)) {
    shop.record(type, { type: "Ticket", id: ticket.id }, by);
  }
  return ticket;
}

/** Takes a ticket away, its messages with it. */
export function deleteTicket(shop: Shop, ticket: Ticket, by: number | null): void {
  for (const message of ticket.messages) shop.messages.remove(message);
  shop.tickets.remove(ticket);
  shop.record("ticket-deleted", { type: "Ticket", id: ticket.id }, by);
}

/** When a status changes and no date comes with it, the ticket is closed now, or not at all. */
function closing(ticket: Ticket, input: TicketInput, now: Micros): Partial<Ticket> {
  if (input.status === undefined || input.status === ticket.status) return {};
  return { closed_datetime: input.status === "closed" ? now : null };
}

/** The input's fields as the record has them, references looked up. */
function patchOf(
  shop: Shop,
  ticket: Ticket,
  input: TicketInput,
  by: number | null,
): Partial<Ticket> {
  const {
    customer,
    assignee_user: user,
    assignee_team: team,
    tags,
    custom_fields: values,
    from_agent: fromAgent,
    spam,
    updated_datetime: updated,
    ...plain
  } = input;
  return {
    ...plain,
    ...(user !== undefined && { assigneeUserId: assignee(shop.users, "assignee_user", user) }),
    ...(team !== undefined && { assigneeTeamId: assignee(shop.teams, "assignee_team", team) }),
    ...(tags !== undefined && { tagIds: tagIds(shop, tags ?? [], by) }),
    ...(values !== undefined && { custom_fields: checkedValues(shop, "Ticket", values ?? []) }),
    ...(fromAgent !== undefined && { from_agent: fromAgent ?? ticket.from_agent }),
    ...(spam !== undefined && { spam: spam ?? false }),
    ...(updated != null && { updated_datetime: updated }),
    ...(customer !== undefined && { customerId: customerFor(shop, "customer", customer, by) }),
  };
}

/** Null and 0 take the assignee away; anyone else has to exist. */
function assignee(
  staff: { get(id: number): object | undefined },
  field: string,
  given: { id?: number | null } | null,
): number | null {
  const id = given?.id ?? 0;
  if (id === 0) return null;
  if (staff.get(id) === undefined) throw invalid(`${field}.id`, `There is no assignee ${id}.`);
  return id;
}

/** Tags by name; a name that is new becomes a new tag. */
function tagIds(shop: Shop, given: NonNullable<TicketInput["tags"]>, by: number | null): number[] {
  return [...new Set(given.map((tag) => tagNamed(shop, tag, by).id))];
}

function firstCustomer(message: NewMessage | undefined): Person | null | undefined {
  return message?.from_agent ? message.receiver : message?.sender;
}

function refuseTaken(shop: Shop, externalId: string | null | undefined, self: Ticket | undefined) {
  if (externalId == null) return;
  const owner = shop.tickets.owner("external_id", externalId);
  if (owner !== undefined && owner !== self) throw taken("external_id", externalId);
}
