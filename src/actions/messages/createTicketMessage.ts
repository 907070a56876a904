import { additionalFields } from "../../inputs/common";
import { messageAction } from "../../inputs/messages";
import { messageDates, messageFields } from "../../inputs/newMessage";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { endpoint, withAdditionalFields } from "../endpoint";
import { NOTE, noEmailsIn, personAt, sourceOf } from "./source";

export const createTicketMessage = endpoint({
  route: "POST /tickets/{ticket_id}/messages{?action}",
  label: "Create Ticket Message",
  description: "Create a message for a ticket.",
  directions:
    "With From Agent on and Sent Date blank, Gorgias sends the message at once. With From Agent off, it counts as the customer's.",
  guidance:
    "With from_agent true and no sent_datetime, Gorgias sends it at once. To answer the customer, prefer {replyToTicket}. For a note, use {addInternalNote}. Returns the message.",
  inputs: {
    ticket_id: ticketId,
    ...messageFields,
    action: messageAction,
    ...messageDates,
    additionalFields: additionalFields(
      '{ "receiver": { "email": "jo@example.com", "name": "Jo Martin" } }',
    ),
  },
  returns: message,
  check({ channel, source, from, to, cc, bcc }, { refuse }) {
    for (const { part, got } of noEmailsIn(source?.type ?? channel, { from, to, cc, bcc })) {
      refuse(part, "expected an e-mail address", { got });
    }
  },
  body({ from, to, cc, bcc, source, ...rest }) {
    const { channel, from_agent, sender, receiver } = rest;
    const isSent = from_agent && channel !== NOTE;
    return withAdditionalFields({
      ...rest,
      sender: sender === undefined && !from_agent ? personAt([from]) : sender,
      receiver: receiver === undefined && isSent ? personAt(to) : receiver,
      source: sourceOf(channel, { from, to, cc, bcc }, source),
    });
  },
});
