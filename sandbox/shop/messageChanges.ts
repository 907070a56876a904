import type { Micros } from "../clock";
import type { Shop } from "./index";
import { type People, personFor, refuseUnknownPeople } from "./people";
import type { Message, Party } from "./records/message";
import type { Ticket } from "./records/ticket";

/** What a request may say about a message. A field left out stays as it is. */
export type MessageInput = Partial<
  Omit<Message, "id" | "ticketId" | "sender" | "receiver" | "created_datetime" | "public">
> &
  People & {
    public?: boolean;
    created_datetime?: Micros | null;
  };

/** A message that is being written has these three at least. */
export type NewMessage = MessageInput & { channel: string; via: string; from_agent: boolean };

/** Adds a message to a ticket, which it changes too: its dates, and whether it is open. */
export function addMessage(shop: Shop, ticket: Ticket, input: NewMessage, by: number | null) {
  refuseUnknownPeople(shop, input);
  const message = writeMessage(shop, ticket, input, by);
  const fromCustomer = !message.from_agent;
  const reopened = fromCustomer && ticket.status === "closed";
  shop.tickets.change(ticket, {
    last_message_datetime: message.created_datetime,
    ...(fromCustomer && {
      last_received_message_datetime: message.created_datetime,
      is_unread: true,
    }),
    ...(reopened && { status: "open", closed_datetime: null }),
    updated_datetime: shop.stamp(),
  });
  if (reopened) shop.record("ticket-reopened", { type: "Ticket", id: ticket.id }, by);
  return message;
}

/** Writes a message down without touching its ticket's own fields. */
export function writeMessage(
  shop: Shop,
  ticket: Ticket,
  input: NewMessage,
  by: number | null,
): Message {
  const { sender, receiver, created_datetime: given, ...plain } = input;
  const created = given ?? shop.stamp();
  const customer: Party | null =
    ticket.customerId === null ? null : { kind: "customer", id: ticket.customerId };
  const agent: Party | null = by === null ? null : { kind: "user", id: by };
  const fromAgent = input.from_agent;
  const message: Message = {
    id: shop.messages.nextId(),
    ticketId: ticket.id,
    public: input.channel !== "internal-note",
    subject: ticket.subject,
    body_text: null,
    body_html: null,
    stripped_text: input.body_text ?? null,
    stripped_html: input.body_html ?? null,
    stripped_signature: null,
    attachments: null,
    external_id: null,
    message_id: null,
    integration_id: null,
    rule_id: null,
    mention_ids: null,
    headers: null,
    macros: null,
    meta: null,
    last_sending_error: null,
    sent_datetime: created,
    failed_datetime: null,
    opened_datetime: null,
    deleted_datetime: null,
    ...plain,
    source: plain.source ?? { type: input.channel },
    sender:
      personFor(shop, "sender", sender, fromAgent ? "user" : "customer", by) ??
      (fromAgent ? agent : customer),
    receiver:
      personFor(shop, "receiver", receiver, fromAgent ? "customer" : "user", by) ??
      (fromAgent && input.channel !== "internal-note" ? customer : null),
    created_datetime: created,
  };
  shop.messages.add(message);
  ticket.messages.push(message);
  ticket.messages.sort((a, b) => a.created_datetime - b.created_datetime || a.id - b.id);
  shop.record("ticket-message-created", { type: "TicketMessage", id: message.id }, by, {
    ticket_id: ticket.id,
  });
  return message;
}

/** Changes a message; its ticket has changed then, too. */
export function updateMessage(
  shop: Shop,
  ticket: Ticket,
  message: Message,
  input: MessageInput,
  by: number | null,
): Message {
  refuseUnknownPeople(shop, input);
  const { sender, receiver, created_datetime: created, ...plain } = input;
  const fromAgent = input.from_agent ?? message.from_agent;
  shop.messages.change(message, {
    ...plain,
    ...(plain.source === null && { source: { type: input.channel ?? message.channel } }),
    ...(sender !== undefined && {
      sender: personFor(shop, "sender", sender, fromAgent ? "user" : "customer", by),
    }),
    ...(receiver !== undefined && {
      receiver: personFor(shop, "receiver", receiver, fromAgent ? "customer" : "user", by),
    }),
    ...(created != null && { created_datetime: created }),
  });
  shop.tickets.change(ticket, { updated_datetime: shop.stamp() });
  shop.record("ticket-message-updated", { type: "TicketMessage", id: message.id }, by, {
    ticket_id: ticket.id,
  });
  return message;
}

/** Takes a message away; its ticket has changed then, too. */
export function deleteMessage(
  shop: Shop,
  ticket: Ticket,
  message: Message,
  by: number | null,
): void {
  shop.messages.remove(message);
  const messages = ticket.messages.filter((other) => other !== message);
  const received = messages.filter(({ from_agent: fromAgent }) => !fromAgent);
  shop.tickets.change(ticket, {
    messages,
    last_message_datetime: messages.at(-1)?.created_datetime ?? null,
    last_received_message_datetime: received.at(-1)?.created_datetime ?? null,
    updated_datetime: shop.stamp(),
  });
  shop.record("ticket-message-deleted", { type: "TicketMessage", id: message.id }, by, {
    ticket_id: ticket.id,
  });
}
