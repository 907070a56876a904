import { additionalFields } from "../../inputs/common";
import { messageAction, messageFields } from "../../inputs/messages";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { endpoint } from "../endpoint";

export const createTicketMessage = endpoint({
  route: "POST /tickets/{ticket_id}/messages{?action}",
  label: "Create Ticket Message",
  description: "Create a message for a ticket.",
  guidance:
    "With from_agent true and no sent_datetime Gorgias sends it to the customer at once. A note that only agents see has the channel internal-note. To begin a conversation, use {createTicket}. Returns the new message with its id.",
  inputs: {
    ticket_id: ticketId,
    ...messageFields,
    action: messageAction,
    additionalFields: additionalFields('{ "receiver": null }'),
  },
  returns: message,
});
