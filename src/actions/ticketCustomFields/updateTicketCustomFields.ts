import { ticketId } from "../../inputs/tickets";
import { fieldValues } from "../../schemas/customField";
import { operation } from "../action";
import { checkValues, ticketValueInputs, updateValues } from "../customFields/updateValues";

export const updateTicketCustomFields = operation({
  route: "PUT /tickets/{ticket_id}/custom-fields",
  label: "Update Ticket Custom Fields",
  description:
    "Set values of a ticket's custom fields. Values that are not named stay as they are.",
  guidance: "Returns { data } with all values of the ticket.",
  inputs: { ticket_id: ticketId, ...ticketValueInputs },
  returns: { schema: fieldValues.schema, example: { data: fieldValues.example } },
  check: checkValues,
  perform: async (gorgias, { ticket_id, ...values }) => ({
    data: await updateValues(gorgias, "Ticket", `/tickets/${ticket_id}/custom-fields`, values),
  }),
});
