import type { ActionGroup } from "../action";
import { createTicketMessage } from "./createTicketMessage";
import { getTicketMessage } from "./getTicketMessage";
import { listMessages } from "./listMessages";

/** Actions on the messages of tickets. */
export const messages: ActionGroup = {
  title: "Messages",
  actions: { listMessages, getTicketMessage, createTicketMessage },
};
