import { isObject, type JsonObject } from "../../client/json";
import { isBlank, type Values } from "../../fields/field";
import { jobParams, type newJobInputs, type ticketUpdates } from "../../inputs/jobs";
import { WAYS, waysIn } from "./selection";

/**
 * The params of a new job: those in Additional Fields, or else those of form and JSON.
 *
 * @param input what Additional Fields are called
 */
export function paramsOf(values: Values<typeof newJobInputs>, input: string): JsonObject {
  return givenIn(values.additionalFields, input) ?? inForm(values);
}

/**
 * The params that Additional Fields hold: all that a job has then. They win over the inputs, and are
 * held to the same shape.
 *
 * @param input what Additional Fields are called
 */
export function givenIn(
  additionalFields: JsonObject | undefined,
  input: string,
): JsonObject | undefined {
  const { params } = additionalFields ?? {};
  if (params === undefined) {
    return undefined;
  }
  const given = isObject(params) ? filledIn(params) : params;
  return filledIn(jobParams.read(given, `${input}.params`) ?? {});
}

function inForm(values: Values<typeof newJobInputs>): JsonObject {
  const { ticket_ids, view_id, filters, start_datetime, end_datetime } = values;
  const { macro_id, apply_and_close, url, params } = values;
  const form = filledIn({
    ticket_ids,
    view_id,
    view: filters === undefined ? undefined : { filters },
    start_datetime,
    end_datetime,
    macro_id,
    apply_and_close,
    url,
    updates: updatesIn(values),
  });
  return over(form, params ?? {});
}

/** What an updateTicket job changes; null is meant there. */
function updatesIn(values: Values<typeof ticketUpdates>): JsonObject | undefined {
  const { status, priority, tags, assignee_user, trashed_datetime, updates } = values;
  const form = { status, priority, tags, assignee_user, trashed_datetime };
  const changes = Object.entries({ ...form, ...updates }).filter(([, one]) => one !== undefined);
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

/**
 * Params that an update changes. Tickets are said in one way, so another one takes its place.
 */
export function changedParams(before: JsonObject, change: JsonObject): JsonObject {
  const ways = waysIn(filledIn(change));
  const replaced = Object.entries(WAYS).flatMap(([way, keys]) =>
    ways.length === 0 || ways.some((one) => one === way) ? [] : keys,
  );
  const kept = Object.fromEntries(
    Object.entries(before).filter(([key]) => !replaced.some((one) => one === key)),
  );
  return over(kept, change);
}

/** Params with others over them, as deep as `view` and `updates`. */
function over(before: JsonObject, change: JsonObject): JsonObject {
  const deep = ["view", "updates"].flatMap((key) => {
    const [old, changed] = [before[key], change[key]];
    return isObject(old) && isObject(changed) ? [[key, { ...old, ...changed }]] : [];
  });
  return filledIn({ ...before, ...change, ...Object.fromEntries(deep) });
}

/**
 * Params without those that say nothing: a list of no tickets, or a view that is empty, could be
 * taken for all tickets.
 */
function filledIn(params: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(params).filter(
      ([key, value]) =>
        !isBlank(value) &&
        !(Array.isArray(value) && value.every(isBlank)) &&
        !(key === "view" && isObject(value) && Object.values(value).every(isBlank)),
    ),
  );
}
