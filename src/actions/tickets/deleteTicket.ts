import { path } from "../../client/address";
import { ticketId } from "../../inputs/tickets";
import { deletion } from "../../schemas/deletion";
import { defineAction } from "../defineAction";

export const deleteTicket = defineAction({
  key: "deleteTicket",
  label: "Delete Ticket",
  description: "Delete a ticket for good.",
  readOnly: false,
  inputs: { id: ticketId },
  returns: deletion,
  async perform(gorgias, { id }) {
    await gorgias.delete(path`/tickets/${id}`);
    return { id, deleted: true };
  },
});
