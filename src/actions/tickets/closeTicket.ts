import { ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { endpoint } from "../endpoint";

export const closeTicket = endpoint({
  route: "PUT /tickets/{id}",
  label: "Close Ticket",
  description: "Close a ticket. Nothing else about it changes.",
  important: true,
  guidance: "To open it again, use {updateTicket}. Returns the ticket.",
  inputs: { id: ticketId },
  returns: ticket,
  body: () => ({ status: "closed" }),
});
