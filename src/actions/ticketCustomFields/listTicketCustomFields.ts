import { ticketId } from "../../inputs/tickets";
import { fieldValues } from "../../schemas/customField";
import { endpoint } from "../endpoint";

export const listTicketCustomFields = endpoint({
  route: "GET /tickets/{ticket_id}/custom-fields",
  label: "List Ticket Custom Fields",
  description: "List all values of a ticket's custom fields.",
  guidance: "Each comes with its field's definition. Returns { data }, without pages.",
  inputs: { ticket_id: ticketId },
  returns: fieldValues,
});
