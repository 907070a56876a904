import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import { INBOX } from "../shop/records/integration";
import type { Message } from "../shop/records/message";
import { partyShape } from "./party";

/** A message, as in `test/schemas/recorded/get-ticket.json`. */
export function messageShape(shop: Shop, message: Message) {
  return {
    id: message.id,
    uri: `/api/tickets/${message.ticketId}/messages/${message.id}/`,
    message_id: message.message_id,
    ticket_id: message.ticketId,
    external_id: message.external_id,
    public: message.public,
    channel: message.channel,
    via: message.via,
    source: message.source ?? sourceOf(shop, message),
    sender: partyShape(shop, message.sender),
    auth_customer_identity: null,
    integration_id: message.integration_id,
    intents: [],
    rule_id: message.rule_id,
    from_agent: message.from_agent,
    receiver: partyShape(shop, message.receiver),
    subject: message.subject,
    body_text: message.body_text,
    body_html: message.body_html,
    stripped_text: message.stripped_text,
    stripped_html: message.stripped_html,
    stripped_signature: message.stripped_signature,
    headers: message.headers,
    attachments: message.attachments,
    actions: null,
    imported: false,
    macros: message.macros ?? [],
    mention_ids: message.mention_ids,
    meta: message.meta,
    created_datetime: isoFromMicros(message.created_datetime),
    processed_datetime: isoFromMicros(message.created_datetime),
    sent_datetime: isoOrNull(message.sent_datetime),
    failed_datetime: isoOrNull(message.failed_datetime),
    opened_datetime: isoOrNull(message.opened_datetime),
    deleted_datetime: isoOrNull(message.deleted_datetime),
    last_sending_error: message.last_sending_error,
    is_retriable: true,
  };
}

/** A message within its ticket, as in `test/schemas/recorded/get-ticket-2026.json`. */
export function messageInTicket(shop: Shop, message: Message) {
  const { headers: _, macros: __, deleted_datetime: ___, ...rest } = messageShape(shop, message);
  return rest;
}

/**
 * Where a message of the account's history came from and went to. One that is written later has what
 * its writer said, and otherwise its type alone (`docs/gorgias-api.md`, "Writes").
 */
function sourceOf(shop: Shop, message: Message) {
  const customer = partyShape(shop, message.from_agent ? message.receiver : message.sender);
  const contact = { name: customer?.name ?? null, address: customer?.email ?? null };
  return message.from_agent
    ? { type: message.channel, from: INBOX, to: [contact] }
    : { type: message.channel, from: contact, to: [INBOX] };
}
