import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";
import { orderBy, paging } from "../parameters";
import type { Rule } from "../shop/records/rule";
import { serveCollection } from "./collection";

/** Rules say 100 where other lists say 30 (`docs/gorgias-api.md`, "Lists"). */
const listQuery = z.strictObject({ ...paging(100), order_by: orderBy("created_datetime") });

/** Rules. */
export function ruleRoutes(api: Api, context: RouteContext): void {
  serveCollection(api, context, {
    path: "/rules",
    records: context.shop.rules,
    shape: ruleShape,
    list: { query: listQuery },
    get: {},
  });
}

function ruleShape(rule: Rule) {
  return {
    id: rule.id,
    uri: `/api/rules/${rule.id}/`,
    name: rule.name,
    description: rule.description,
    code: rule.code,
    code_ast: { type: "Program", body: [] },
    event_types: rule.event_types,
    priority: rule.priority,
    created_datetime: isoFromMicros(rule.created_datetime),
    updated_datetime: isoFromMicros(rule.updated_datetime),
    deactivated_datetime: null,
  };
}
