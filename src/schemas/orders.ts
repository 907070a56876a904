/** What tickets and customers can be ordered by (docs/gorgias-api.md, "Lists"). */
export const ORDERS_BY_CHANGE = [
  "created_datetime:asc",
  "created_datetime:desc",
  "updated_datetime:asc",
  "updated_datetime:desc",
] as const;

/** What most other lists can be ordered by (docs/gorgias-api.md, "Lists"). */
export const ORDERS_BY_CREATION = ["created_datetime:asc", "created_datetime:desc"] as const;
