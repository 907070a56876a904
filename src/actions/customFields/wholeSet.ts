import type { GorgiasClient } from "../../client";
import type { JsonObject } from "../../client/json";
import type { Field, Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import { type GivenValue, isEmpty } from "../../inputs/customFields";
import type { FieldOwner } from "../../schemas/customField";
import { withAdditionalFields } from "../endpoint";
import { sentValues } from "./sentValues";

/** The input for values that go with the whole ticket or customer and replace all that it has. */
interface ValueInputs {
  readonly [key: string]: Field<unknown>;
  readonly custom_fields: Field<GivenValue[] | undefined>;
}

/** Where a value can be taken away. */
const CLEARED_BY: Readonly<Record<FieldOwner, string>> = {
  Ticket: "Update Ticket Custom Fields",
  Customer: "Update Customer Custom Field Values",
};

/** Refuses to take a value away: whoever writes that means the others to stay, and they would go. */
export function refuseEmptyValues(
  owner: FieldOwner,
  { custom_fields = [] }: Values<ValueInputs>,
  { refuse }: Refuser<ValueInputs>,
): void {
  for (const { id } of custom_fields.filter(({ value }) => isEmpty(value))) {
    refuse(
      "custom_fields",
      `has no value for the field ${id}. What is sent here replaces all values: to take one away, use ${CLEARED_BY[owner]}.`,
    );
  }
}

/**
 * Makes the body of a new or changed ticket or customer, in which values have the types of their
 * fields. An empty set would take all values away and is not sent.
 *
 * Whether Gorgias guards the values here that it fills in itself is not known: only of the request
 * for values alone is it reported (docs/gorgias-api.md, "Custom fields").
 *
 * @param toBody what the action makes of its inputs otherwise
 */
export function bodyWithValues<V extends JsonObject>(
  owner: FieldOwner,
  toBody: (values: V) => JsonObject = withAdditionalFields,
) {
  return async (
    values: V & Values<Pick<ValueInputs, "custom_fields">>,
    _: unknown,
    gorgias: GorgiasClient,
  ): Promise<JsonObject> => {
    const given = await sentValues(gorgias, owner, values.custom_fields ?? []);
    const set = given.filter(({ value }) => value !== null);
    return toBody({ ...values, custom_fields: set.length > 0 ? set : undefined });
  };
}
