import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import { INBOX } from "../shop/records/integration";
import type { Ticket } from "../shop/records/ticket";
import { customerBrief, customerInTicket, customerWritten } from "./customer";
import { fieldValuesShape } from "./customField";
import { messageInTicket } from "./message";
import { surveyShape } from "./survey";
import { teamBrief } from "./team";
import { userBrief } from "./user";

/**
 * A ticket in a list, as in `test/schemas/recorded/list-tickets.json`: an excerpt, and no messages.
 */
export function ticketListed(shop: Shop, ticket: Ticket) {
  const customer = find(shop.customers, ticket.customerId);
  return {
    ...shared(shop, ticket),
    customer: customer && customerBrief(customer),
    excerpt: ticket.messages.at(-1)?.body_text?.slice(0, 180) ?? "",
    integrations: ticket.channel === "email" ? [{ ...INBOX, type: "email" }] : [],
    messages_count: ticket.messages.length,
    last_sent_message_not_delivered: false,
    custom_fields: fieldValuesShape(ticket.custom_fields),
  };
}

/** A ticket among the items of a view, as in `test/schemas/recorded/list-view-items.json`. */
export function ticketInView(shop: Shop, ticket: Ticket) {
  const { summary: _, custom_fields: __, ...item } = ticketListed(shop, ticket);
  return item;
}

/**
 * One ticket with all its messages, as in `test/schemas/recorded/get-ticket-2026.json`. Without
 * values, there is no key for them.
 */
export function ticketShape(shop: Shop, ticket: Ticket) {
  const customer = find(shop.customers, ticket.customerId);
  const survey = find(shop.surveys, ticket.surveyId);
  const whole = customer && customerInTicket(customer);
  return {
    ...shared(shop, ticket),
    ...(Object.keys(ticket.custom_fields).length > 0 && {
      custom_fields: fieldValuesShape(ticket.custom_fields),
    }),
    events: [],
    imported: false,
    processed_datetime: isoFromMicros(ticket.created_datetime),
    customer: whole,
    requester: whole,
    assignee_user_id: ticket.assigneeUserId,
    assignee_team_id: ticket.assigneeTeamId,
    messages: ticket.messages.map((message) => messageInTicket(shop, message)),
    satisfaction_survey: survey && surveyShape(survey),
    reply_options: {
      [ticket.channel]: { answerable: true },
      "internal-note": { answerable: true },
    },
  };
}

/** A ticket after a write, as in `test/schemas/recorded/update-ticket.json`. */
export function ticketWritten(shop: Shop, ticket: Ticket) {
  const { customer, ...rest } = ticketShape(shop, ticket);
  const written = customer && customerWritten(customer);
  return { ...rest, customer: written, requester: written };
}

function shared(shop: Shop, ticket: Ticket) {
  const user = find(shop.users, ticket.assigneeUserId);
  const team = find(shop.teams, ticket.assigneeTeamId);
  return {
    id: ticket.id,
    uri: `/api/tickets/${ticket.id}/`,
    external_id: ticket.external_id,
    language: ticket.language,
    status: ticket.status,
    priority: ticket.priority,
    channel: ticket.channel,
    via: ticket.via,
    from_agent: ticket.from_agent,
    assignee_user: user && { ...userBrief(user), bio: user.bio },
    assignee_team: team && teamBrief(team),
    subject: ticket.subject,
    summary: null,
    meta: ticket.meta,
    tags: ticket.tagIds.flatMap((id) => {
      const tag = shop.tags.get(id);
      if (tag === undefined) return [];
      return { id, name: tag.name, decoration: tag.color === null ? {} : { color: tag.color } };
    }),
    is_unread: ticket.is_unread,
    spam: ticket.spam,
    created_datetime: isoFromMicros(ticket.created_datetime),
    opened_datetime: isoOrNull(ticket.opened_datetime),
    last_received_message_datetime: isoOrNull(ticket.last_received_message_datetime),
    last_message_datetime: isoOrNull(ticket.last_message_datetime),
    updated_datetime: isoFromMicros(ticket.updated_datetime),
    closed_datetime: isoOrNull(ticket.closed_datetime),
    snooze_datetime: isoOrNull(ticket.snooze_datetime),
    trashed_datetime: isoOrNull(ticket.trashed_datetime),
  };
}

/** The record behind an id; null without an id, or if the record is gone. */
function find<T>(records: { get(id: number): T | undefined }, id: number | null): T | null {
  return id === null ? null : (records.get(id) ?? null);
}
