import { ticketId } from "../../inputs/tickets";
import { ticketTagInputs } from "../../inputs/ticketTags";
import { changedTicketTags } from "../../schemas/tag";
import { endpoint } from "../endpoint";
import { needTags, withNamedTags } from "./namedTags";

export const addTicketTags = endpoint({
  route: "POST /tickets/{ticket_id}/tags",
  label: "Add Ticket Tags",
  description: "Put tags on a ticket. Those that it has already stay.",
  important: true,
  guidance:
    "Needs ids or names. Whether a new name makes a tag is for Gorgias to say: {createTag} makes one for sure. Returns what was added.",
  inputs: { ticket_id: ticketId, ...ticketTagInputs("to add") },
  returns: changedTicketTags,
  check: needTags,
  answer: withNamedTags,
});
