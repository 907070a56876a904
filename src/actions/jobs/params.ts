import { isObject, type JsonObject } from "../../client/json";
import { isBlank, type Values } from "../../fields/field";
import type { newJobInputs, ticketUpdates } from "../../inputs/jobs";

/** What a job needs, out of form and JSON. */
export function paramsOf(values: Values<typeof newJobInputs>): JsonObject {
  const { ticket_ids, view_id, filters, start_datetime, end_datetime } = values;
  const { macro_id, apply_and_close, url, params } = values;
  return filledIn({
    ticket_ids,
    view_id,
    view: filters === undefined ? undefined : { filters },
    start_datetime,
    end_datetime,
    macro_id,
    apply_and_close,
    url,
    updates: updatesIn(values),
    ...params,
  });
}

/** What an updateTicket job changes; null is meant there. */
function updatesIn(values: Values<typeof ticketUpdates>): JsonObject | undefined {
  const { status, priority, tags, assignee_user, trashed_datetime, updates } = values;
  const form = { status, priority, tags, assignee_user, trashed_datetime };
  const changes = Object.entries({ ...form, ...updates }).filter(([, one]) => one !== undefined);
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

/** The ways to say which tickets a job is about, with the params of each (docs/gorgias-api.md, "Jobs"). */
const WAYS = {
  ticket_ids: ["ticket_ids"],
  view_id: ["view_id"],
  filters: ["view"],
  start_datetime: ["start_datetime", "end_datetime"],
} as const;

/** Such a way, by the form's input for it. */
export type Way = keyof typeof WAYS;

/** The ways that params say. */
export function waysIn(params: JsonObject): Way[] {
  const given = filledIn(params);
  return (Object.keys(WAYS) as Way[]).filter((way) =>
    WAYS[way].some((key) => given[key] !== undefined),
  );
}

/** Params with others over them; tickets are said in one way, so another one takes its place. */
export function changedParams(before: unknown, change: JsonObject): JsonObject {
  const old = waysIn(change).length === 0 ? [] : Object.values(WAYS).flat();
  const kept = Object.entries(isObject(before) ? before : {}).filter(
    ([key]) => !old.some((one) => one === key),
  );
  return filledIn({ ...Object.fromEntries(kept), ...change });
}

/**
 * Params without those that say nothing: a list of no tickets, or a view without filters, could be
 * taken for all tickets.
 */
function filledIn(params: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(params).filter(
      ([key, value]) =>
        !isBlank(value) &&
        !(Array.isArray(value) && value.every(isBlank)) &&
        !(key === "view" && isObject(value) && isBlank(value.filters)),
    ),
  );
}
