import { ordersBy } from "./orders";
import {
  type Described,
  freeForm,
  integer,
  moment,
  nullable,
  object,
  type Resource,
  type Schema,
  text,
} from "./schema";

/** Where a widget's data comes from (docs/gorgias-api.md, "Widgets"). */
export const WIDGET_TYPES = [
  "bigcommerce",
  "custom",
  "customer_external_data",
  "http",
  "klaviyo",
  "magento2",
  "recharge",
  "shopify",
  "smile",
  "standalone",
  "stripe",
  "woocommerce",
  "yotpo",
] as const;

/** Where a widget is shown (docs/gorgias-api.md, "Widgets"). */
export const WIDGET_CONTEXTS = ["ticket", "customer", "user"] as const;

/** What widgets can be ordered by (docs/gorgias-api.md, "Lists"). */
export const WIDGET_ORDERS = ordersBy("created_datetime", "order");

const widgetSchema = object(
  { id: integer, type: text },
  {
    context: nullable(text),
    template: nullable(freeForm),
    order: nullable({ type: "number" } as Schema<number>),
    integration_id: nullable(integer),
    app_id: nullable(text),
    created_datetime: moment,
    updated_datetime: nullable(moment),
    deactivated_datetime: nullable(moment),
    uri: text,
  },
);

/** Data of another system beside a ticket or a customer (docs/gorgias-api.md, "Widgets"). */
export const widget: Resource<Described<typeof widgetSchema>> = {
  schema: widgetSchema,
  example: {
    id: 2071,
    type: "http",
    context: "ticket",
    template: {
      type: "wrapper",
      widgets: [{ path: "order", type: "card", title: "Order", widgets: [] }],
    },
    order: 0,
    integration_id: 116873,
    app_id: null,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    deactivated_datetime: null,
    uri: "/api/widgets/2071/",
  },
};
