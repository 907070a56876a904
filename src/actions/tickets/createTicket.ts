import { additionalFields } from "../../inputs/common";
import { newTicketFields } from "../../inputs/newTicket";
import { ticket } from "../../schemas/ticket";
import { bodyWithValues } from "../customFields/wholeSet";
import { endpoint } from "../endpoint";
import { checkMessage, withMessage } from "./firstMessage";
import { checkAssignee, ticketBody } from "./ticketBody";

export const createTicket = endpoint({
  route: "POST /tickets",
  label: "Create Ticket",
  description: "Create a new ticket.",
  important: true,
  directions:
    "Fill in Customer and Message Text, or Messages alone: where Messages is filled in, the inputs whose names begin with Message are not used. With From Agent, Gorgias sends the message at once.",
  guidance:
    "Needs a customer and a message: messageText, messageHtml or messageAttachments. With from_agent true, Gorgias sends the message to the customer at once. To write into a ticket that exists, use {replyToTicket}. Returns the ticket with its id.",
  inputs: {
    ...newTicketFields,
    additionalFields: additionalFields(
      '{ "tags": [{ "name": "shipping", "decoration": { "color": "#2d7ff9" } }] }',
    ),
  },
  returns: ticket,
  check(values, refuser) {
    checkAssignee(values, refuser);
    checkMessage(values, refuser);
  },
  body: bodyWithValues("Ticket", (values) => ticketBody(withMessage(values))),
});
