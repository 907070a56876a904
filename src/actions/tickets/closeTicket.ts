import { ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { endpoint } from "../endpoint";

export const closeTicket = endpoint({
  route: "PUT /tickets/{id}",
  label: "Close Ticket",
  description: "Close a ticket. Nothing else about it changes.",
  important: true,
  guidance:
    "To open it again, or to change more at once, use {updateTicket} with its status. Returns the ticket as it is afterwards.",
  inputs: { id: ticketId },
  returns: ticket,
  body: () => ({ status: "closed" }),
});
