import { isObject, type JsonObject } from "../client/json";
import { isBlank } from "../fields/field";
import { listOf } from "../fields/json";

/*
 * What Gorgias answered, made into what it takes: an earlier step's answer goes into a later one's
 * JSON input as it is.
 */

/** What Gorgias alone sets on a message (docs/gorgias-api.md, "Messages"). */
const OF_MESSAGES = [
  ...["id", "uri", "ticket_id", "auth_customer_identity", "intents"],
  ...["actions", "imported", "processed_datetime", "is_retriable"],
];

/** Messages to write, out of what Gorgias answers. */
export function toNewMessages(parsed: unknown): unknown {
  return eachOf(without(OF_MESSAGES, listOf(parsed)), ({ source, attachments, ...message }) => ({
    ...message,
    ...(source !== undefined && { source: withoutHoles(source) }),
    ...(attachments !== undefined && { attachments: filledIn(toAttachments(attachments)) }),
  }));
}

/** How a message was routed, out of what Gorgias answers: a list of addresses can have holes. */
export function withoutHoles(source: unknown): unknown {
  return isObject(source)
    ? Object.fromEntries(Object.entries(source).map(([key, one]) => [key, filledIn(one)]))
    : source;
}

/** Attachments to send, out of what Gorgias answers: one can have lost its file. */
export const toAttachments = (parsed: unknown) => blankWithout("url", listOf(parsed));

/** What Gorgias alone sets on a channel (docs/gorgias-api.md, "Customers"). */
const OF_CHANNELS = [
  ...["id", "created_datetime", "updated_datetime", "deleted_datetime"],
  ...["user", "customer"],
];

/**
 * Ways to reach a customer, out of what Gorgias answers: one can have lost its address, and one that
 * was deleted is not to come back.
 */
export function toChannels(parsed: unknown): unknown {
  const there = eachOf(listOf(parsed), (item) => (isBlank(item.deleted_datetime) ? item : null));
  return without(OF_CHANNELS, blankWithout("address", there));
}

/** A list in which what has null for what it is all about has become a blank row. */
function blankWithout(key: string, list: unknown): unknown {
  return eachOf(list, (item) => (item[key] === null ? null : item));
}

/** A list within JSON without its blank rows. */
function filledIn(list: unknown): unknown {
  return Array.isArray(list) ? list.filter((one) => one !== null) : list;
}

/** What Gorgias alone sets on a custom field (docs/gorgias-api.md, "Custom field definitions"). */
const OF_CUSTOM_FIELDS = ["requirement_type", "created_datetime", "updated_datetime"];

/** Changes to custom fields, out of what Gorgias answers. */
export const toFieldChanges = (parsed: unknown) => without(OF_CUSTOM_FIELDS, listOf(parsed));

/** A list whose items lack what nobody can set. */
function without(keys: readonly string[], list: unknown): unknown {
  return eachOf(list, (item) =>
    Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key))),
  );
}

/** Changes the objects in a list. */
function eachOf(list: unknown, change: (item: JsonObject) => unknown): unknown {
  return Array.isArray(list) ? list.map((item) => (isObject(item) ? change(item) : item)) : list;
}

/**
 * Values of custom fields, out of what Gorgias answers: a ticket or a customer holds its values by the field's id,
 * a list of them, or one alone, has the fields' definitions (docs/gorgias-api.md, "Custom fields").
 */
export function toFieldValues(parsed: unknown): unknown {
  const given = isObject(parsed) && Array.isArray(parsed.data) ? parsed.data : parsed;
  if (isObject(given) && !("id" in given) && !isObject(given.field)) {
    return Object.entries(given).map(([id, one]) =>
      isObject(one) && String(one.id) === id ? one : { id, value: one },
    );
  }
  const list = isObject(given) ? [given] : given;
  return Array.isArray(list) ? list.map(withFieldId) : list;
}

function withFieldId(item: unknown): unknown {
  return isObject(item) && isObject(item.field) && !("id" in item)
    ? { id: item.field.id, value: item.value }
    : item;
}
