import { eventFilters } from "../../inputs/events";
import { event } from "../../schemas/event";
import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { list } from "../list";
import { checkPeriod, eventQuery } from "./period";

export const listEvents = list({
  route: "GET /events",
  label: "List Events",
  description: "List what happened in the account, the most recent first unless ordered otherwise.",
  guidance: "For the history of one customer, give object_type Customer and object_id.",
  filters: eventFilters,
  orders: ORDERS_BY_CREATION,
  item: event,
  check(values, refuser) {
    const { object_id, object_type } = values;
    const { refuse, nameOf } = refuser;
    checkPeriod(values, refuser);
    // Gorgias answers it with a 400 (docs/gorgias-api.md, "Lists").
    if (object_type !== undefined && object_id === undefined) {
      refuse(
        "object_type",
        `needs an ${nameOf("object_id")} beside it: Gorgias lists the events of one object, not of a kind of object. To filter by kind, use ${nameOf("types")}.`,
      );
    }
  },
  toRequest: eventQuery,
});
