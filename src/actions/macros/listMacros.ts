import { macroFilters } from "../../inputs/macros";
import { MACRO_ORDERS, macro } from "../../schemas/macro";
import { list } from "../list";

export const listMacros = list({
  route: "GET /macros",
  label: "List Macros",
  description: "List the macros of the account, the newest first unless ordered otherwise.",
  guidance:
    "To find those that fit a ticket best, give ticket_id with order_by relevance:desc. What a macro writes stands under actions, in the arguments of setResponseText.",
  filters: macroFilters,
  orders: MACRO_ORDERS,
  item: macro,
  check({ ticket_id, order_by }, { refuse, nameOf }) {
    // Gorgias cannot order by it otherwise (docs/gorgias-api.md, "Lists").
    if (order_by?.startsWith("relevance") && ticket_id === undefined) {
      refuse("order_by", `relevance needs a ${nameOf("ticket_id")} beside it.`);
    }
  },
});
