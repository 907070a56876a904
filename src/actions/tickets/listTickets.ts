import { ticketFilters } from "../../inputs/ticketFilters";
import { ORDERS_BY_CHANGE } from "../../schemas/orders";
import { ticketSummary } from "../../schemas/ticket";
import { list } from "../list";

export const listTickets = list({
  route: "GET /tickets",
  label: "List Tickets",
  description: "List tickets, the most recently created first unless ordered otherwise.",
  important: true,
  guidance:
    "They come without messages: {getTicket} has them. To search tickets by text, use {searchViewItems}.",
  filters: ticketFilters,
  orders: ORDERS_BY_CHANGE,
  item: ticketSummary,
});
