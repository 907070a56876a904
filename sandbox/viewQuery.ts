import { z } from "zod";
import { BadFilters, checkFilters } from "./shop/filters";
import { VIEW_FIELDS, VIEW_ORDERS, type ViewOrder } from "./shop/records/view";

/** The orders that a view and its items can have. */
export const VIEW_ORDER_NAMES = Object.keys(VIEW_ORDERS) as [ViewOrder, ...ViewOrder[]];

/** Filters that can be carried out (`docs/gorgias-api.md`, "Views"). */
export const filtersText = z.string().superRefine((text, context) => {
  try {
    checkFilters(text);
  } catch (error) {
    if (!(error instanceof BadFilters)) throw error;
    context.addIssue({ code: "custom", message: error.message });
  }
});

/** What a view that is not saved consists of, all of it optional. */
export const queryFields = {
  type: z.literal("ticket-list").exactOptional(),
  fields: z.array(z.enum(VIEW_FIELDS)).exactOptional(),
  filters: filtersText.exactOptional(),
  order_by: z.enum(VIEW_ORDER_NAMES).exactOptional(),
  order_dir: z.enum(["asc", "desc"]).exactOptional(),
  search: z.string().nullable().exactOptional(),
};
