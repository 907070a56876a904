import type { ActionGroup } from "../action";
import { addInternalNote } from "./addInternalNote";
import { createTicketMessage } from "./createTicketMessage";
import { deleteTicketMessage } from "./deleteTicketMessage";
import { getTicketMessage } from "./getTicketMessage";
import { listMessages } from "./listMessages";
import { replyToTicket } from "./replyToTicket";
import { updateTicketMessage } from "./updateTicketMessage";

/** Actions on the messages of tickets. */
export const messages: ActionGroup = {
  title: "Messages",
  actions: {
    listMessages,
    getTicketMessage,
    replyToTicket,
    addInternalNote,
    createTicketMessage,
    updateTicketMessage,
    deleteTicketMessage,
  },
};
