import type { GorgiasClient } from "../../client";
import { unlessGone } from "../../client/errors";
import { isObject } from "../../client/json";
import { toggle } from "../../fields/choice";
import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { customFieldRows, customFields, type GivenValue, isEmpty } from "../../inputs/customFields";
import type { FieldOwner, HeldValue } from "../../schemas/customField";
import { isFilledInByGorgias, type SentValue, sentValues } from "./sentValues";

/** The inputs of an action that sets several values: as JSON, in rows, and what becomes of the rest. */
export const valueInputs = {
  custom_fields: customFields,
  customFieldValues: customFieldRows,
  replaceAll: toggle({
    label: "Replace All",
    comments:
      "Takes away all values that are not named. Off, they stay: they are read first and sent along, so a change that somebody else makes in that moment is overwritten. Fields that Gorgias fills in itself stay either way, because it refuses to lose them.",
  }),
};

type ValueInputs = typeof valueInputs;

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
 * what is there is read first; a set that would be empty is deleted value by value.
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
  const held = heldIn(await gorgias.get<unknown>(path));
  const known = new Map(held?.map(({ field }) => [field.id, field]));
  const given = await sentValues(gorgias, owner, givenIn(values), known);
  const set = new Map<number, Pick<HeldValue, "value"> & { readonly id: number }>();
  for (const { field, value } of held ?? []) {
    if (!isEmpty(value) && (isFilledInByGorgias(field) || !values.replaceAll)) {
      set.set(field.id, { id: field.id, value });
    }
  }
  for (const one of given) {
    set.set(one.id, one);
    if (one.value === null) {
      set.delete(one.id);
    }
  }
  if (set.size > 0 && (held || values.replaceAll)) {
    return gorgias.put(path, [...set.values()]);
  }
  // Nothing stays, or nobody can tell what would have to: then each value goes by itself.
  for (const { id, value } of held?.map(({ field }) => ({ id: field.id, value: null })) ?? given) {
    await setOne(gorgias, `${path}/${id}`, value);
  }
  return gorgias.get(path);
}

async function setOne(
  gorgias: GorgiasClient,
  path: string,
  value: SentValue["value"],
): Promise<void> {
  await (value === null ? unlessGone(gorgias.delete(path)) : gorgias.put(path, value));
}

/** The values in an answer; undefined where it is not what a list of them looks like. */
function heldIn(answer: unknown): HeldValue[] | undefined {
  const data = isObject(answer) ? answer.data : undefined;
  return Array.isArray(data) && data.every(isHeld) ? data : undefined;
}

function isHeld(item: unknown): item is HeldValue {
  return isObject(item) && isObject(item.field) && Number.isInteger(item.field.id);
}
