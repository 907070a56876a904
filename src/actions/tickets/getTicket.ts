import { relationships, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { endpoint } from "../endpoint";

export const getTicket = endpoint({
  route: "GET /tickets/{id}",
  label: "Get Ticket",
  description: "Retrieve a ticket with its messages.",
  important: true,
  guidance:
    "Returns the ticket with its customer, tags, assignees and every message. To find a ticket, use {listTickets}.",
  inputs: { id: ticketId, relationships },
  returns: ticket,
});
