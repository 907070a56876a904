import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";
import { orderBy, paging } from "../parameters";
import type { View } from "../shop/records/view";
import { serveCollection } from "./collection";

/** Views say 100 where other lists say 30 (`docs/gorgias-api.md`, "Lists"). */
const listQuery = z.strictObject({ ...paging(100), order_by: orderBy("created_datetime") });

/** Views of tickets. */
export function viewRoutes(api: Api, context: RouteContext): void {
  serveCollection(api, context, {
    path: "/views",
    records: context.shop.views,
    shape: viewShape,
    list: { query: listQuery },
    get: {},
  });
}

function viewShape(view: View) {
  return {
    id: view.id,
    uri: `/api/views/${view.id}/`,
    name: view.name,
    slug: view.name.toLowerCase(),
    type: "ticket-list",
    visibility: "public",
    category: "user",
    decoration: null,
    fields: ["details", "tags", "customer", "created", "updated", "assignee", "channel"],
    filters: view.filters,
    filters_ast: { type: "Program", body: [] },
    search: null,
    section_id: null,
    shared_with_teams: [],
    shared_with_users: [],
    order_by: "updated_datetime",
    order_dir: "desc",
    created_datetime: isoFromMicros(view.created_datetime),
    deactivated_datetime: null,
  };
}
