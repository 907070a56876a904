import { ticketFilters } from "../../inputs/tickets";
import { ORDERS_BY_CHANGE } from "../../schemas/orders";
import { ticketSummary } from "../../schemas/ticket";
import { defineListAction } from "../defineListAction";

export const listTickets = defineListAction({
  key: "listTickets",
  label: "List Tickets",
  description: "List tickets, the most recently created first unless ordered otherwise.",
  path: "/tickets",
  filters: ticketFilters,
  orders: ORDERS_BY_CHANGE,
  item: ticketSummary,
});
