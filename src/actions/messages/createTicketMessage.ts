import { path } from "../../client/address";
import { additionalFields } from "../../inputs/common";
import { messageAction, messageFields } from "../../inputs/messages";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { defineAction } from "../defineAction";

export const createTicketMessage = defineAction({
  key: "createTicketMessage",
  label: "Create Ticket Message",
  description: "Create a message for a ticket.",
  readOnly: false,
  inputs: { ticket_id: ticketId, ...messageFields, action: messageAction, additionalFields },
  returns: message,
  perform: (gorgias, { ticket_id, action, additionalFields, ...fields }) =>
    gorgias.post(
      path`/tickets/${ticket_id}/messages`,
      { ...fields, ...additionalFields },
      { action },
    ),
});
