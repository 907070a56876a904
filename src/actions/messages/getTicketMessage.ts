import { required } from "../../fields/field";
import { id } from "../../fields/number";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { endpoint } from "../endpoint";

export const getTicketMessage = endpoint({
  route: "GET /tickets/{ticket_id}/messages/{id}",
  label: "Get Ticket Message",
  description: "Retrieve a message.",
  guidance:
    "To read all messages of a ticket at once, use {getTicket} or {listMessages}. Returns the message.",
  inputs: {
    ticket_id: ticketId,
    id: required(
      id({
        label: "Message ID",
        dataSource: "selectMessage",
        example: "385373530",
        comments: "The ID of the message.",
      }),
    ),
  },
  returns: message,
});
