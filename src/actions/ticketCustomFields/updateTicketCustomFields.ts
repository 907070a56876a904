import { customFieldRows, customFields } from "../../inputs/customFields";
import { ticketId } from "../../inputs/tickets";
import { fieldValues } from "../../schemas/customField";
import { checkValues, givenValues } from "../customFields/givenValues";
import { endpoint } from "../endpoint";

export const updateTicketCustomFields = endpoint({
  route: "PUT /tickets/{ticket_id}/custom-fields",
  label: "Update Ticket Custom Fields",
  description:
    "Set values of a ticket's custom fields. Values that are not named stay as they are.",
  guidance: "Returns { data } with all values of the ticket.",
  inputs: { ticket_id: ticketId, custom_fields: customFields, customFieldValues: customFieldRows },
  returns: fieldValues,
  check: checkValues,
  body: givenValues,
});
