import { relationships, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { endpoint } from "../endpoint";

export const getTicket = endpoint({
  route: "GET /tickets/{id}",
  label: "Get Ticket",
  description: "Retrieve a ticket with its messages.",
  important: true,
  guidance:
    "Returns it with customer, tags and assignees as well. To find a ticket, use {listTickets}.",
  inputs: { id: ticketId, relationships },
  returns: ticket,
});
