import { ticketFilters } from "../../inputs/tickets";
import { ORDERS_BY_CHANGE } from "../../schemas/orders";
import { ticketSummary } from "../../schemas/ticket";
import { list } from "../list";

export const listTickets = list({
  route: "GET /tickets",
  label: "List Tickets",
  description: "List tickets, the most recently created first unless ordered otherwise.",
  important: true,
  guidance:
    "The tickets come without their messages: read one with {getTicket}, or the messages alone with {listMessages}. Tickets cannot be searched by text; a view, given by view_id, can narrow them down.",
  filters: ticketFilters,
  orders: ORDERS_BY_CHANGE,
  item: ticketSummary,
});
