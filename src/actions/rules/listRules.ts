import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { rule } from "../../schemas/rule";
import { list } from "../list";

export const listRules = list({
  route: "GET /rules",
  label: "List Rules",
  description: "List the rules of the account.",
  guidance:
    "A rule with a deactivated_datetime is switched off. For the tickets that a rule matches, use {listTickets} with rule_id.",
  filters: {},
  orders: ORDERS_BY_CREATION,
  item: rule,
});
