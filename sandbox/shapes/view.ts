import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import { filtersAst } from "../shop/filters";
import type { View } from "../shop/records/view";
import { teamBrief } from "./team";
import { userBrief } from "./user";

/** A view, as in `test/schemas/recorded/list-views.json`; whom it is shared with, as objects. */
export function viewShape(shop: Shop, view: View) {
  return {
    id: view.id,
    uri: `/api/views/${view.id}/`,
    name: view.name,
    slug: view.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    type: "ticket-list",
    visibility: view.visibility,
    category: view.category,
    decoration: view.decoration,
    fields: view.fields,
    filters: view.filters,
    filters_ast: filtersAst(view.filters),
    search: view.search,
    section_id: view.section_id,
    shared_with_teams: view.teamIds.flatMap((id) => {
      const team = shop.teams.get(id);
      return team === undefined ? [] : teamBrief(team);
    }),
    shared_with_users: view.userIds.flatMap((id) => {
      const user = shop.users.get(id);
      return user === undefined ? [] : userBrief(user);
    }),
    order_by: view.order_by,
    order_dir: view.order_dir,
    created_datetime: isoFromMicros(view.created_datetime),
    deactivated_datetime: isoOrNull(view.deactivated_datetime),
  };
}
