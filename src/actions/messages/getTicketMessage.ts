import { path } from "../../client/address";
import { required } from "../../inputs/field";
import { id } from "../../inputs/number";
import { ticketId } from "../../inputs/tickets";
import { message } from "../../schemas/message";
import { defineAction } from "../defineAction";

export const getTicketMessage = defineAction({
  key: "getTicketMessage",
  label: "Get Ticket Message",
  description: "Retrieve a message.",
  readOnly: true,
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
  perform: (gorgias, { ticket_id, id }) => gorgias.get(path`/tickets/${ticket_id}/messages/${id}`),
});
