import type { GorgiasClient } from "../../client";
import { isObject } from "../../client/json";
import { toggle } from "../../fields/choice";
import { mayBeRounded } from "../../fields/digits";
import { isBlank, told, type Values } from "../../fields/field";
import { type Refusal, refusal } from "../../fields/inputError";
import type { Refuser } from "../../fields/readInputs";
import {
  customerFieldRows,
  customerFieldValues,
  type GivenValue,
  isEmpty,
  type Scalar,
  ticketFieldRows,
  ticketFieldValues,
} from "../../inputs/customFields";
import type { FieldOwner, HeldValue } from "../../schemas/customField";
import { setOneByOne } from "./oneByOne";
import { isFilledInByGorgias, refuseAll, sentValues } from "./sentValues";
import { typedValue } from "./typedValue";

/** What sets several of a ticket's values: JSON, rows, and what becomes of the rest. */
export const ticketValueInputs = {
  customFieldValues: ticketFieldRows,
  custom_fields: ticketFieldValues,
  replaceAll: told(
    "Takes away all values that are not named.",
    toggle({
      label: "Replace All",
      comments:
        "Takes away all values that are not named. Off, they stay: they are read first and sent along, so a change that somebody else makes in between is overwritten: a moment, or minutes while Gorgias refuses for the rate limit. Fields that Gorgias fills in itself stay either way, because it refuses to lose them.",
    }),
  ),
};

/** The same for a customer's. */
export const customerValueInputs = {
  ...ticketValueInputs,
  customFieldValues: customerFieldRows,
  custom_fields: customerFieldValues,
};

type ValueInputs = typeof ticketValueInputs;

function givenIn({ custom_fields, customFieldValues }: Values<ValueInputs>): GivenValue[] {
  return [...(custom_fields ?? []), ...(customFieldValues ?? [])];
}

/** Refuses inputs that hold no value at all. */
export function checkValues(values: Values<ValueInputs>, { refuse }: Refuser<ValueInputs>): void {
  if (givenIn(values).length === 0) {
    refuse("custom_fields", "there is no value to set: fill in one of the inputs.");
  }
}

/**
 * Sets several values. Gorgias takes the whole set alone (docs/gorgias-api.md, "Custom fields"), so
 * what is there is read first and sent along. Where that cannot be done, each value that was named
 * goes by itself, and the others are not touched.
 *
 * What somebody else changes between reading and sending is overwritten. Waits for the rate limit
 * and retries make that up to five minutes.
 *
 * @param path where the values are
 * @returns all values afterwards
 */
export async function updateValues(
  gorgias: GorgiasClient,
  owner: FieldOwner,
  path: string,
  values: Values<ValueInputs>,
): Promise<unknown> {
  const read = heldIn(await gorgias.get<unknown>(path));
  const known = new Map(read?.map(({ field }) => [field.id, field]));
  const held = (read ?? []).filter(({ value }) => value !== null && value !== undefined);
  refuseToClear(gorgias, held, givenIn(values));
  const given = await sentValues(gorgias, owner, givenIn(values), known);
  const stay = held.filter(({ field }) => isFilledInByGorgias(field) || !values.replaceAll);
  const set = new Map<number, { id: number; value: unknown }>(
    stay.map(({ field: { id }, value }) => [id, { id, value }]),
  );
  for (const one of given) {
    set.set(one.id, one);
  }
  const sent = [...set.values()].filter(({ value }) => value !== null);
  const named = new Set(given.map(({ id }) => id));
  const odd = stay.filter((one) => !named.has(one.field.id) && !canBeSentAgain(one));
  const isWhole = read !== undefined || values.replaceAll;
  if (sent.length > 0 && isWhole && odd.length === 0) {
    return gorgias.put(path, sent);
  }
  if (!read || odd.length > 0) {
    const which = odd.map(({ field }) => `${gorgias.mask(field.label)} (${field.id})`).join(", ");
    const why = read
      ? `Some existing values cannot be sent again as they are: ${which}.`
      : "The existing values came in no known form.";
    gorgias.logger.warn(
      `${why} Each value that you named is set on its own; the others are left alone.`,
    );
  }
  const isThere = new Set(held.map(({ field }) => field.id));
  const changes = given.filter(({ id, value }) => value !== null || !read || isThere.has(id));
  const gone = held
    .filter(({ field }) => !set.has(field.id))
    .map(({ field: { id } }) => ({ id, value: null }));
  return setOneByOne(gorgias, path, [...changes, ...gone]);
}

/** @throws InputError for values to take away that Gorgias keeps */
function refuseToClear(
  gorgias: GorgiasClient,
  held: readonly HeldValue[],
  given: readonly GivenValue[],
): void {
  const kept = new Map(
    held.flatMap(({ field }) => (isFilledInByGorgias(field) ? [[field.id, field.label]] : [])),
  );
  const refusals = given.flatMap(({ id, value, names }): readonly Refusal[] => {
    const label = isEmpty(value) ? kept.get(id) : undefined;
    return label === undefined
      ? []
      : refusal(names.value, `Gorgias fills in ${label} itself: it cannot be cleared.`).refusals;
  });
  refuseAll(refusals, gorgias.mask);
}

/**
 * Whether a value can be sent along unchanged: its field takes it today, and its digits are those
 * that Gorgias holds.
 */
function canBeSentAgain({ field, value }: HeldValue): boolean {
  const isRounded = typeof value === "number" && mayBeRounded(value);
  if (field.deactivated_datetime || value === "" || !isScalar(value) || isRounded) {
    return false;
  }
  try {
    return typedValue(field, value, { id: "", value: "" }) === value;
  } catch {
    return false;
  }
}

function isScalar(value: unknown): value is Scalar {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** The values in an answer; undefined where it is not what a list of all of them looks like. */
function heldIn(answer: unknown): HeldValue[] | undefined {
  const { data, meta } = isObject(answer) ? answer : {};
  const isWhole = !isObject(meta) || isBlank(meta.next_cursor);
  return Array.isArray(data) && data.every(isHeld) && isWhole ? data : undefined;
}

function isHeld(item: unknown): item is HeldValue {
  return isObject(item) && isObject(item.field) && Number.isInteger(item.field.id);
}
