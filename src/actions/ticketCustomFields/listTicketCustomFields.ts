import { path } from "../../client/address";
import { ticketId } from "../../inputs/tickets";
import { fieldValues } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const listTicketCustomFields = defineAction({
  key: "listTicketCustomFields",
  label: "List Ticket Custom Fields",
  description: "List all values of a ticket's custom fields.",
  readOnly: true,
  inputs: { ticket_id: ticketId },
  returns: fieldValues,
  perform: (gorgias, { ticket_id }) => gorgias.get(path`/tickets/${ticket_id}/custom-fields`),
});
