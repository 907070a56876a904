import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** A view of the tour's own, and searches with and without one. */
export const views: readonly Stop[] = [
  {
    action: "createView",
    inputs: {
      name: "Tour",
      type: "ticket-list",
      visibility: "public",
      filters: 'eq(ticket.status, "open")',
      fields: ["details", "tags", "customer"],
      order_by: "created_datetime",
      order_dir: "asc",
      emoji: "🧭",
    },
  },
  { action: "getView", inputs: { id: earlier("createView", "id") } },
  { action: "updateView", inputs: { id: earlier("createView", "id"), name: "Tour, open" } },
  { action: "listViewItems", inputs: { view_id: earlier("createView", "id"), limit: "5" } },
  { action: "searchViewItems", inputs: { view_id: "0", search: "order", limit: "5" } },
  { action: "deleteView", inputs: { id: earlier("createView", "id") } },
];
