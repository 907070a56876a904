import { path } from "../../client/address";
import { customFieldId } from "../../inputs/customFields";
import { ticketId } from "../../inputs/tickets";
import { deletion } from "../../schemas/deletion";
import { defineAction } from "../defineAction";

export const deleteTicketCustomField = defineAction({
  key: "deleteTicketCustomField",
  label: "Delete Ticket Custom Field",
  description: "Delete a ticket's value of a custom field. The field itself stays.",
  readOnly: false,
  inputs: { ticket_id: ticketId, id: customFieldId },
  returns: deletion,
  async perform(gorgias, { ticket_id, id }) {
    await gorgias.delete(path`/tickets/${ticket_id}/custom-fields/${id}`);
    return { id, deleted: true };
  },
});
