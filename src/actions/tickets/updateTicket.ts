import { additionalFields } from "../../inputs/common";
import { changedStatus, isUnread, ticketFields, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { bodyWithValues, refuseEmptyValues } from "../customFields/wholeSet";
import { endpoint } from "../endpoint";
import { checkAssignee, ticketBody } from "./ticketBody";

export const updateTicket = endpoint({
  route: "PUT /tickets/{id}",
  label: "Update Ticket",
  description: "Update a ticket. What is left blank stays as it is.",
  guidance:
    "tags and custom_fields, when given, replace all that the ticket has: send the old ones along. Returns the ticket as it is afterwards.",
  inputs: {
    id: ticketId,
    ...ticketFields,
    is_unread: isUnread,
    status: changedStatus,
    additionalFields: additionalFields('{ "snooze_datetime": null }'),
  },
  returns: ticket,
  check(values, refuser) {
    checkAssignee(values, refuser);
    refuseEmptyValues("Ticket", values, refuser);
  },
  body: bodyWithValues("Ticket", ticketBody),
});
