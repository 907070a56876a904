/** The orders that fields of a list's items allow: each ascending (`asc`) and descending (`desc`). */
export function ordersBy<const F extends string>(...fields: readonly F[]) {
  return fields.flatMap((field) => [`${field}:asc`, `${field}:desc`] as const);
}

/** What tickets and customers can be ordered by (docs/gorgias-api.md, "Lists"). */
export const ORDERS_BY_CHANGE = ordersBy("created_datetime", "updated_datetime");

/** What most other lists can be ordered by (docs/gorgias-api.md, "Lists"). */
export const ORDERS_BY_CREATION = ordersBy("created_datetime");
