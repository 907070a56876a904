import { ADDRESS_CURSORS } from "../../client/cursors";
import { itemPlace, viewId } from "../../inputs/views";
import { ticketSummary } from "../../schemas/ticket";
import { ITEM_ORDERS } from "../../schemas/view";
import { list } from "../list";
import { checkCursor } from "./checkCursor";

export const listViewItems = list({
  route: "GET /views/{view_id}/items",
  label: "List View Items",
  description: "List the tickets that a view shows, in the view's order unless ordered otherwise.",
  guidance:
    "To narrow a view down, or to look for tickets by text without one, use {searchViewItems}. The tickets come without their messages.",
  filters: { view_id: viewId, ...itemPlace },
  orders: ITEM_ORDERS,
  item: ticketSummary,
  cursors: ADDRESS_CURSORS,
  check: checkCursor,
});
