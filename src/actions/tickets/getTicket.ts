import { path } from "../../client/address";
import { relationships, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { defineAction } from "../defineAction";

export const getTicket = defineAction({
  key: "getTicket",
  label: "Get Ticket",
  description: "Retrieve a ticket with its messages.",
  readOnly: true,
  inputs: { id: ticketId, relationships },
  returns: ticket,
  perform: (gorgias, { id, relationships }) => gorgias.get(path`/tickets/${id}`, { relationships }),
});
