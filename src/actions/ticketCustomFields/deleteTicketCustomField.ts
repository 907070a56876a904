import { ticketFieldId } from "../../inputs/customFields";
import { ticketId } from "../../inputs/tickets";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTicketCustomField = endpoint({
  route: "DELETE /tickets/{ticket_id}/custom-fields/{id}",
  label: "Delete Ticket Custom Field",
  description: "Delete a ticket's value of a custom field. The field itself stays.",
  guidance: "Returns { id, deleted }.",
  inputs: { ticket_id: ticketId, id: ticketFieldId },
  returns: deletion,
});
