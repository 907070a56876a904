import type { Micros } from "../../clock";
import { SHOPIFY_ID } from "../records/integration";
import type { Widget, WidgetPart } from "../records/widget";

/** The widgets that agents see: the customers' orders twice, and what an app knows of them. */
export function widgets(opened: Micros): Widget[] {
  const orders: WidgetPart = {
    path: "orders",
    type: "list",
    title: "Orders",
    widgets: [
      { path: "name", type: "text", title: "Number" },
      { path: "total_price", type: "text", title: "Total" },
      { path: "created_at", type: "date", title: "Ordered" },
    ],
  };
  const loyalty: WidgetPart = { path: "points", type: "text", title: "Points" };
  const made = [
    { type: "shopify", context: "ticket", part: orders, integration_id: SHOPIFY_ID, app_id: null },
    {
      type: "shopify",
      context: "customer",
      part: orders,
      integration_id: SHOPIFY_ID,
      app_id: null,
    },
    {
      type: "customer_external_data",
      context: "ticket",
      part: loyalty,
      integration_id: null,
      app_id: "66e2c6f3a1",
    },
  ] as const;
  return made.map(({ part, ...widget }, index) => ({
    id: 2_071 + index,
    ...widget,
    template: { type: "wrapper", widgets: [part] },
    order: index,
    created_datetime: opened + 25_200_000_509 + index * 1_000_003,
    updated_datetime: opened + 25_200_000_509 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}
