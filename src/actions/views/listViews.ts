import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { view } from "../../schemas/view";
import { list } from "../list";

export const listViews = list({
  route: "GET /views",
  label: "List Views",
  description: "List the account's views.",
  guidance: "The tickets that a view shows are listed by {listViewItems}.",
  filters: {},
  orders: ORDERS_BY_CREATION,
  item: view,
});
