import { additionalFields } from "../../inputs/common";
import { createdDatetime, messages, newStatus, ticketFields } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { defineAction } from "../defineAction";
import { ticketBody } from "./ticketBody";

export const createTicket = defineAction({
  key: "createTicket",
  label: "Create Ticket",
  description: "Create a new ticket.",
  readOnly: false,
  inputs: {
    messages,
    ...ticketFields,
    created_datetime: createdDatetime,
    status: newStatus,
    additionalFields,
  },
  returns: ticket,
  perform: (gorgias, values) => gorgias.post("/tickets", ticketBody(values)),
});
