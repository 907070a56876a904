import { id } from "../../inputs/number";
import { message } from "../../schemas/message";
import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { defineListAction } from "../defineListAction";

export const listMessages = defineListAction({
  key: "listMessages",
  label: "List Messages",
  description: "List messages of one ticket or of all.",
  path: "/messages",
  filters: {
    ticket_id: id({
      label: "Ticket ID",
      dataSource: "selectTicket",
      comments: "Only messages of the ticket with this ID.",
    }),
  },
  orders: ORDERS_BY_CREATION,
  item: message,
});
