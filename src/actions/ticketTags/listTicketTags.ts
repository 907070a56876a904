import { ticketId } from "../../inputs/tickets";
import { ticketTags } from "../../schemas/tag";
import { endpoint } from "../endpoint";

export const listTicketTags = endpoint({
  route: "GET /tickets/{ticket_id}/tags",
  label: "List Ticket Tags",
  description: "List all tags of a ticket.",
  guidance: "For the tags of the account, use {listTags}. Returns { data }, without pages.",
  inputs: { ticket_id: ticketId },
  returns: ticketTags,
});
