import { ticketId } from "../../inputs/tickets";
import { ticketTagInputs } from "../../inputs/ticketTags";
import { removedTicketTags } from "../../schemas/tag";
import { endpoint } from "../endpoint";
import { namedTags, needTags } from "./namedTags";

export const removeTicketTags = endpoint({
  route: "DELETE /tickets/{ticket_id}/tags",
  label: "Remove Ticket Tags",
  description: "Take tags off a ticket. Its other tags stay, and so do the tags themselves.",
  guidance: "Needs ids or names. Returns what was taken off.",
  inputs: { ticket_id: ticketId, ...ticketTagInputs("to take off the ticket") },
  returns: removedTicketTags,
  check: needTags,
  answer: (_, values) => ({ ...namedTags(values), deleted: true }),
});
