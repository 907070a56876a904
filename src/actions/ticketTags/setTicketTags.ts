import { clearable } from "../../fields/field";
import { ticketId } from "../../inputs/tickets";
import { removeAll, ticketTagInputs } from "../../inputs/ticketTags";
import { changedTicketTags } from "../../schemas/tag";
import { endpoint } from "../endpoint";
import { withNamedTags } from "./namedTags";

const { ids, names } = ticketTagInputs("that the ticket is to have");

export const setTicketTags = endpoint({
  route: "PUT /tickets/{ticket_id}/tags",
  label: "Set Ticket Tags",
  description: "Replace all tags of a ticket. It loses every tag that is not named.",
  directions: "To keep the tags that the ticket has, use Add Ticket Tags instead.",
  guidance:
    "To keep them, use {addTicketTags}. Needs ids, names or removeAll. Returns what was set.",
  inputs: {
    ticket_id: ticketId,
    ids: clearable(ids, []),
    names: clearable(names, []),
    removeAll,
  },
  returns: changedTicketTags,
  check({ ids, names, removeAll }, { refuse, nameOf }) {
    const isNamed = ids !== undefined || names !== undefined;
    if (removeAll && isNamed) {
      const filled = ids === undefined ? "names" : "ids";
      refuse("removeAll", `cannot be combined with ${nameOf(filled)}. Clear one of the two.`);
    } else if (!removeAll && !isNamed) {
      refuse(
        "ids",
        `is needed: fill it in, or ${nameOf("names")}, or both. To take all tags off the ticket, switch ${nameOf("removeAll")} on.`,
      );
    }
  },
  body: ({ removeAll, ...named }) => (removeAll ? { ids: [], names: [] } : named),
  answer: withNamedTags,
});
