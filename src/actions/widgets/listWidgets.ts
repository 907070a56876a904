import { widgetFilters } from "../../inputs/widgets";
import { WIDGET_ORDERS, widget } from "../../schemas/widget";
import { list } from "../list";

export const listWidgets = list({
  route: "GET /widgets",
  label: "List Widgets",
  description: "List widgets: what agents see beside a ticket or a customer.",
  guidance: "For those of one integration give its integration_id.",
  filters: widgetFilters,
  orders: WIDGET_ORDERS,
  item: widget,
});
