import { additionalFields } from "../../inputs/common";
import { changedStatus, isUnread, ticketDates, ticketFields, ticketId } from "../../inputs/tickets";
import { ticket } from "../../schemas/ticket";
import { bodyWithValues, refuseEmptyValues } from "../customFields/wholeSet";
import { endpoint } from "../endpoint";
import { checkAssignee, ticketBody } from "./ticketBody";

export const updateTicket = endpoint({
  route: "PUT /tickets/{id}",
  label: "Update Ticket",
  description:
    "Update a ticket, which opens it unless Status is cleared or closed. What is left blank stays as it is.",
  important: true,
  directions:
    "Status says open until you change it, so an update reopens a closed ticket: clear Status to leave it as it is. Close Ticket, Assign Ticket and Snooze Ticket leave everything else alone.",
  careful: true,
  told: "Update a ticket. What is left out stays as it is.",
  guidance:
    "tags, custom_fields and meta replace all that the ticket has. To change some of its tags, use {addTicketTags} or {removeTicketTags}. Returns the ticket.",
  inputs: {
    id: ticketId,
    status: changedStatus,
    ...ticketFields,
    is_unread: isUnread,
    ...ticketDates,
    additionalFields: additionalFields('{ "snooze_datetime": null }'),
  },
  returns: ticket,
  check(values, refuser) {
    checkAssignee(values, refuser);
    refuseEmptyValues("Ticket", values, refuser);
  },
  body: bodyWithValues("Ticket", ticketBody),
});
