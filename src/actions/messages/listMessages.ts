import { id } from "../../fields/number";
import { message } from "../../schemas/message";
import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { list } from "../list";

export const listMessages = list({
  route: "GET /messages",
  label: "List Messages",
  description: "List messages of one ticket or of all.",
  guidance: "Give ticket_id for one conversation.",
  filters: {
    ticket_id: id({
      label: "Ticket ID",
      example: "153006867",
      dataSource: "selectTicket",
      comments: "Only messages of the ticket with this ID.",
    }),
  },
  orders: ORDERS_BY_CREATION,
  item: message,
});
