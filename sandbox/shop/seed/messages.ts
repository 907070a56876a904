import type { Micros } from "../../clock";
import type { Message, Party } from "../records/message";
import type { Ticket } from "../records/ticket";

/**
 * A message of the history, which says nothing but its text. Each field is spelled out, as in
 * writeMessage: spreading them from one object takes three times as long and twice the memory,
 * and a large shop has hundreds of thousands of messages.
 */
export function historicMessage(
  ticket: Ticket,
  id: number,
  moment: Micros,
  text: string,
  { sender, receiver }: { sender: Party | null; receiver: Party | null },
): Message {
  const fromAgent = sender?.kind === "user";
  return {
    id,
    ticketId: ticket.id,
    channel: ticket.channel,
    via: fromAgent ? "helpdesk" : ticket.via,
    from_agent: fromAgent,
    public: true,
    subject: ticket.subject,
    body_text: text,
    body_html: null,
    stripped_text: text,
    stripped_html: null,
    stripped_signature: null,
    sender,
    receiver,
    source: null,
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
    created_datetime: moment,
    sent_datetime: moment,
    failed_datetime: null,
    opened_datetime: null,
    deleted_datetime: null,
  };
}
