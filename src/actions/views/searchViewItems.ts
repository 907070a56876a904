import { ADDRESS_CURSORS } from "../../client/cursors";
import { isBlank } from "../../fields/field";
import { itemPlace, searchedViewId, viewSearch } from "../../inputs/views";
import { ticketSummary } from "../../schemas/ticket";
import { ITEM_ORDERS } from "../../schemas/view";
import { list } from "../list";
import { checkCursor } from "./checkCursor";

export const searchViewItems = list({
  route: "PUT /views/{view_id}/items{?direction,ignored_item}",
  label: "Search View Items",
  description: "Search for tickets, by text or by filters: all of them, or those of a view.",
  guidance:
    "The only way to search tickets by text: view_id 0 with search. The view itself stays as it is. The tickets come without their messages.",
  filters: { view_id: searchedViewId, ...viewSearch, ...itemPlace },
  orders: ITEM_ORDERS,
  item: ticketSummary,
  cursors: ADDRESS_CURSORS,
  check(values, refuser) {
    const { view_id, view, search = view?.search, filters = view?.filters } = values;
    if (view_id === 0 && isBlank(search) && isBlank(filters)) {
      const { refuse, nameOf } = refuser;
      refuse(
        "view_id",
        `is 0, which is no saved view: fill in ${nameOf("search")} or ${nameOf("filters")}, or one of them in ${nameOf("view")}.`,
      );
    }
    checkCursor(values, refuser);
  },
  toRequest({ view, search, filters }) {
    const searched = { ...view, search: search ?? view?.search, filters: filters ?? view?.filters };
    return (view ?? search ?? filters) ? { view: searched } : {};
  },
});
