import type { ActionGroup } from "../action";
import { createTicket } from "./createTicket";
import { deleteTicket } from "./deleteTicket";
import { getTicket } from "./getTicket";
import { listTickets } from "./listTickets";
import { updateTicket } from "./updateTicket";

/** Actions on tickets. */
export const tickets: ActionGroup = {
  title: "Tickets",
  actions: { listTickets, getTicket, createTicket, updateTicket, deleteTicket },
};
