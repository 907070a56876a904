import type { ActionGroup } from "../action";
import { assignTicket } from "./assignTicket";
import { closeTicket } from "./closeTicket";
import { createTicket } from "./createTicket";
import { deleteTicket } from "./deleteTicket";
import { getTicket } from "./getTicket";
import { listTickets } from "./listTickets";
import { snoozeTicket } from "./snoozeTicket";
import { updateTicket } from "./updateTicket";

/** Actions on tickets. */
export const tickets: ActionGroup = {
  title: "Tickets",
  actions: {
    listTickets,
    getTicket,
    createTicket,
    updateTicket,
    assignTicket,
    closeTicket,
    snoozeTicket,
    deleteTicket,
  },
};
