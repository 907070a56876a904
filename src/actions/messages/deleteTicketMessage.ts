import { messageId } from "../../inputs/messages";
import { ticketId } from "../../inputs/tickets";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTicketMessage = endpoint({
  route: "DELETE /tickets/{ticket_id}/messages/{id}",
  label: "Delete Ticket Message",
  description:
    "Delete a message of a ticket for good. What was sent already stays with whoever got it.",
  guidance: "To delete all of a conversation, use {deleteTicket}. Returns { id, deleted }.",
  inputs: { ticket_id: ticketId, id: messageId },
  returns: deletion,
});
