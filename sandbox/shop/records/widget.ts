import type { Micros } from "../../clock";

/** The values of `type` (`docs/gorgias-api.md`, "Widgets"). */
export const WIDGET_TYPES = [
  "bigcommerce",
  "custom",
  "customer_external_data",
  "http",
  "magento2",
  "recharge",
  "shopify",
  "smile",
  "standalone",
  "yotpo",
  "klaviyo",
  "stripe",
  "woocommerce",
] as const;

/** The values of `context` (`docs/gorgias-api.md`, "Widgets"). */
export const WIDGET_CONTEXTS = ["ticket", "customer", "user"] as const;

/** A part of a widget: what stands at a path of its data, and the parts within. */
export interface WidgetPart {
  path: string;
  type: string;
  title: string;
  widgets?: unknown[];
}

/** What agents see beside a ticket or a customer. */
export interface Widget {
  id: number;
  type: (typeof WIDGET_TYPES)[number];
  context: (typeof WIDGET_CONTEXTS)[number];
  template: { type: "wrapper"; widgets: WidgetPart[] };
  order: number;
  integration_id: number | null;
  app_id: string | null;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
