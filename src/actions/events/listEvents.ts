import { checkEventFilters, eventFilters } from "../../inputs/events";
import { event } from "../../schemas/event";
import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { defineListAction } from "../defineListAction";

export const listEvents = defineListAction({
  key: "listEvents",
  label: "List Events",
  description: "List what happened in the account, the most recent first unless ordered otherwise.",
  path: "/events",
  filters: eventFilters,
  check: checkEventFilters,
  orders: ORDERS_BY_CREATION,
  item: event,
});
