import { customFieldValue, ticketFieldId } from "../../inputs/customFields";
import { ticketId } from "../../inputs/tickets";
import { fieldValue } from "../../schemas/customField";
import { sentValue } from "../customFields/sentValues";
import { endpoint } from "../endpoint";

export const updateTicketCustomField = endpoint({
  route: "PUT /tickets/{ticket_id}/custom-fields/{id}",
  label: "Update Ticket Custom Field",
  description: "Set a ticket's value of one custom field.",
  guidance: "For several, use {updateTicketCustomFields}. Returns the value and its field.",
  inputs: {
    ticket_id: ticketId,
    id: ticketFieldId,
    value: customFieldValue("Delete Ticket Custom Field", "#10234"),
  },
  returns: fieldValue,
  body: (_, { id, value }, gorgias) => sentValue(gorgias, "Ticket", id, value),
});
