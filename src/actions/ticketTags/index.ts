import type { ActionGroup } from "../action";
import { addTicketTags } from "./addTicketTags";
import { listTicketTags } from "./listTicketTags";
import { removeTicketTags } from "./removeTicketTags";
import { setTicketTags } from "./setTicketTags";

/** Actions on the tags of a ticket. */
export const ticketTags: ActionGroup = {
  title: "Ticket tags",
  actions: { listTicketTags, addTicketTags, setTicketTags, removeTicketTags },
};
