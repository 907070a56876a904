import { ticketId } from "../../inputs/tickets";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTicket = endpoint({
  route: "DELETE /tickets/{id}",
  label: "Delete Ticket",
  description: "Delete a ticket with all its messages for good.",
  directions:
    "The ticket and its messages are gone for good: nothing brings them back. To keep them, set Trashed Datetime with Update Ticket.",
  guidance:
    "To put it into the trash instead, use {updateTicket} with trashed_datetime. Returns { id, deleted }.",
  inputs: { id: ticketId },
  returns: deletion,
});
