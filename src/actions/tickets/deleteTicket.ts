import { ticketId } from "../../inputs/tickets";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTicket = endpoint({
  route: "DELETE /tickets/{id}",
  label: "Delete Ticket",
  description: "Delete a ticket for good, with its messages.",
  directions:
    "The ticket and its messages are gone for good: nothing brings them back. To keep them, set Trashed Datetime with Update Ticket.",
  guidance:
    "To put a ticket into the trash instead, set trashed_datetime with {updateTicket}. Returns { id, deleted }.",
  inputs: { id: ticketId },
  returns: deletion,
});
