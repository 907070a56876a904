import type { Micros } from "../../clock";
import { type Message, type Party, UNSET_FIELDS } from "../records/message";
import type { Ticket } from "../records/ticket";

/** A message of the history, which says nothing but its text. */
export function historicMessage(
  ticket: Ticket,
  id: number,
  moment: Micros,
  text: string,
  { sender, receiver }: { sender: Party | null; receiver: Party | null },
): Message {
  const fromAgent = sender?.kind === "user";
  return {
    ...UNSET_FIELDS,
    id,
    ticketId: ticket.id,
    channel: ticket.channel,
    via: fromAgent ? "helpdesk" : ticket.via,
    from_agent: fromAgent,
    public: true,
    subject: ticket.subject,
    body_text: text,
    stripped_text: text,
    sender,
    receiver,
    created_datetime: moment,
    sent_datetime: moment,
  };
}
