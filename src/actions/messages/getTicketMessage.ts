import { messageId } from "../../inputs/messages";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { endpoint } from "../endpoint";

export const getTicketMessage = endpoint({
  route: "GET /tickets/{ticket_id}/messages/{id}",
  label: "Get Ticket Message",
  description: "Retrieve a message.",
  guidance: "For all messages of a ticket, use {getTicket}.",
  inputs: { ticket_id: ticketId, id: messageId },
  returns: message,
});
