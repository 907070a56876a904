import { additionalFields } from "../../inputs/common";
import { createdDatetime, messages, newStatus, ticketFields } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { bodyWithValues } from "../customFields/wholeSet";
import { endpoint } from "../endpoint";
import { checkAssignee, ticketBody } from "./ticketBody";

export const createTicket = endpoint({
  route: "POST /tickets",
  label: "Create Ticket",
  description: "Create a new ticket.",
  guidance:
    "It needs at least one message. To write into a ticket that exists, use {createTicketMessage}. Returns the new ticket with its id.",
  inputs: {
    messages,
    ...ticketFields,
    created_datetime: createdDatetime,
    status: newStatus,
    additionalFields: additionalFields('{ "assignee_team": null }'),
  },
  returns: ticket,
  check: checkAssignee,
  body: bodyWithValues("Ticket", ticketBody),
});
