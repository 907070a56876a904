import type { GorgiasClient } from "../../client";
import type { JsonObject } from "../../client/json";
import type { Mask } from "../../client/secrets";
import { InputError, masked, type Refusal, refusal } from "../../fields/inputError";
import { type FilledIn, type GivenValue, isEmpty, type Scalar } from "../../inputs/customFields";
import { type CustomField, FILLED_IN_BY_PEOPLE, type FieldOwner } from "../../schemas/customField";
import { type Definitions, definitionsOf } from "./definitions";
import { listed, typedValue } from "./typedValue";

/** A value as Gorgias takes it; null stands for one that is to go. */
export type SentValue = JsonObject & { readonly id: number; readonly value: Scalar | null };

/**
 * Whether Gorgias fills a field in itself, and keeps anybody from clearing it: every field that it
 * manages, of kinds that are new as well, but for those that people fill in.
 */
export function isFilledInByGorgias(field: CustomField): boolean {
  // Disputed: it may be an object (docs/gorgias-api.md, "Custom fields").
  const type: unknown = field.managed_type;
  return Boolean(type) && !FILLED_IN_BY_PEOPLE.some((one) => one === type);
}

/**
 * Gives values the types of their fields, whose definitions are read for it: one request more, or
 * none where all are known by now.
 *
 * @param known definitions of fields that have a value now
 * @throws InputError with every value that its field cannot have, before anything is written
 */
export async function sentValues(
  gorgias: GorgiasClient,
  owner: FieldOwner,
  given: readonly GivenValue[],
  known: ReadonlyMap<number, CustomField> = new Map(),
): Promise<SentValue[]> {
  const ids = given.filter(({ value }) => !isEmpty(value)).map(({ id }) => id);
  const definitions = await definitionsOf(gorgias, owner, ids, known);
  try {
    return checkedValues(gorgias, owner, given, definitions);
  } catch (error) {
    // A choice may have been added since.
    const fresh = definitions.areKept
      ? await definitionsOf(gorgias, owner, ids, known, false)
      : undefined;
    if (!fresh?.areComplete) {
      throw error;
    }
    return checkedValues(gorgias, owner, given, fresh);
  }
}

function checkedValues(
  { mask }: GorgiasClient,
  owner: FieldOwner,
  given: readonly GivenValue[],
  definitions: Definitions,
): SentValue[] {
  const refusals: Refusal[] = [];
  const sent = new Map<number, SentValue>();
  for (const one of given) {
    const { id, names, others } = one;
    try {
      const value = valueFor(one, owner, definitions);
      const before = sent.get(id) ?? { value };
      if (before.value !== value) {
        throw refusal(names.id, `names the field ${id} a second time, with another value.`);
      }
      sent.set(id, { ...others, id, value });
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      refusals.push(...error.refusals);
    }
  }
  refuseAll(refusals, mask);
  return [...sent.values()];
}

/** @throws InputError where there is something to refuse */
export function refuseAll(refusals: readonly Refusal[], mask: Mask): void {
  if (refusals.length > 0) {
    throw new InputError(refusals.map((one) => masked(one, mask)));
  }
}

/** One value, as the request for a single field takes it. */
export async function sentValue(
  gorgias: GorgiasClient,
  owner: FieldOwner,
  id: number,
  filledIn: FilledIn,
): Promise<Scalar | null | undefined> {
  const [one] = await sentValues(gorgias, owner, [{ id, others: {}, ...filledIn }]);
  return one?.value;
}

/** @throws InputError for a field that does not take the value */
function valueFor(
  { id, value, names }: GivenValue,
  owner: FieldOwner,
  { byId, areComplete }: Definitions,
): Scalar | null {
  const field = byId.get(id);
  const owners = `${owner.toLowerCase()}s`;
  if (isEmpty(value)) {
    return null;
  }
  if (!field && areComplete) {
    const fields = [...byId.values()].map((one) => `${one.id} ${one.label}`);
    throw refusal(
      names.id,
      `there is no custom field ${id} of ${owners}. There are: ${listed(fields) || "none"}.`,
    );
  }
  if (!field) {
    return value;
  }
  if (field.object_type && field.object_type !== owner) {
    throw refusal(names.id, `${field.label} (${id}) is not a field of ${owners}.`);
  }
  if (field.deactivated_datetime) {
    throw refusal(names.id, `${field.label} (${id}) is archived in Gorgias: it takes no values.`);
  }
  return typedValue(field, value, names);
}
