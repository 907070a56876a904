import type { QueryValue } from "../client/http";
import type { ListSpec } from "../client/pages";

/** A list in the order in which a person looks for what was just made. */
export function newestFirst(
  path: string,
  filters: Readonly<Record<string, QueryValue>> = {},
): ListSpec {
  return { path, query: { ...filters, order_by: "created_datetime:desc" } };
}
