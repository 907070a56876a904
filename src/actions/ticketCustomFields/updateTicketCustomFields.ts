import { path } from "../../client/address";
import { customFieldRows, customFields, givenValues } from "../../inputs/customFields";
import { ticketId } from "../../inputs/tickets";
import { fieldValues } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const updateTicketCustomFields = defineAction({
  key: "updateTicketCustomFields",
  label: "Update Ticket Custom Fields",
  description:
    "Set values of a ticket's custom fields. Values that are not named stay as they are.",
  readOnly: false,
  inputs: { ticket_id: ticketId, custom_fields: customFields, customFieldValues: customFieldRows },
  returns: fieldValues,
  perform: (gorgias, { ticket_id, custom_fields, customFieldValues }) =>
    gorgias.put(
      path`/tickets/${ticket_id}/custom-fields`,
      givenValues(custom_fields, customFieldValues),
    ),
});
