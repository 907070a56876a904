import { additionalFields } from "../../inputs/common";
import { messageAction } from "../../inputs/messages";
import { messageDates, messageFields } from "../../inputs/newMessage";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { endpoint, withAdditionalFields } from "../endpoint";
import { noEmailIn, sourceOf } from "./source";

export const createTicketMessage = endpoint({
  route: "POST /tickets/{ticket_id}/messages{?action}",
  label: "Create Ticket Message",
  description: "Create a message for a ticket.",
  directions:
    "With From Agent on and Sent Date blank, Gorgias sends the message at once. With From Agent off, it counts as the customer's.",
  guidance:
    "With from_agent true and no sent_datetime Gorgias sends it to the customer at once. A note that only agents see has the channel internal-note. To begin a conversation, use {createTicket}. Returns the new message with its id.",
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
    const type = source?.type ?? channel;
    const [part, address] = (type === "email" && noEmailIn({ from, to, cc, bcc })) || [];
    if (part !== undefined) {
      refuse(part, "expected an e-mail address", { got: JSON.stringify(address) });
    }
  },
  body: ({ from, to, cc, bcc, source, ...rest }) =>
    withAdditionalFields({
      ...rest,
      source: sourceOf(rest.channel, { from, to, cc, bcc }, source),
    }),
});
