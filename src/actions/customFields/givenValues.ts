import type { Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";
import type { customFieldRows, customFields, FieldValue } from "../../inputs/customFields";

/** The two ways to fill in values of custom fields: as JSON and in rows. */
type ValueInputs = {
  readonly custom_fields: typeof customFields;
  readonly customFieldValues: typeof customFieldRows;
};

/** The values that both inputs hold together. */
export function givenValues({
  custom_fields,
  customFieldValues,
}: Values<ValueInputs>): FieldValue[] {
  return [...(custom_fields ?? []), ...(customFieldValues ?? [])];
}

/** Refuses inputs that hold no value at all. */
export function checkValues(values: Values<ValueInputs>, { refuse }: Refuser<ValueInputs>): void {
  if (givenValues(values).length === 0) {
    refuse("custom_fields", "there is no value to set: fill in one of the inputs.");
  }
}
