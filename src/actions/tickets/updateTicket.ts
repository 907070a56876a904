import { path } from "../../client/address";
import { additionalFields } from "../../inputs/common";
import { changedStatus, isUnread, ticketFields, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { defineAction } from "../defineAction";
import { ticketBody } from "./ticketBody";

export const updateTicket = defineAction({
  key: "updateTicket",
  label: "Update Ticket",
  description: "Update a ticket. What is left blank stays as it is.",
  readOnly: false,
  inputs: {
    id: ticketId,
    ...ticketFields,
    is_unread: isUnread,
    status: changedStatus,
    additionalFields,
  },
  returns: ticket,
  perform: (gorgias, { id, ...values }) => gorgias.put(path`/tickets/${id}`, ticketBody(values)),
});
