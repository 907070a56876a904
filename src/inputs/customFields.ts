import { InputError } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { type About, type Field, field, required } from "./field";
import { pairs } from "./files";
import { checked, toJson } from "./json";
import { id, toWholeNumber } from "./number";
import { customFieldValues } from "./shapes";

/** A value of a custom field, by the field's ID. */
export type FieldValue = JsonObject & { readonly id: number };

/** The custom field of a value. */
export const customFieldId = required(
  id({
    label: "Custom Field ID",
    dataSource: "selectCustomField",
    example: "51",
    comments: "The ID of the custom field: of its definition, not of the value.",
  }),
);

/** Values as JSON: a list of `{ id, value }`, or an object of id → value. */
export function fieldValueList(about: About): Field<FieldValue[] | undefined> {
  const read = (value: unknown, label: string) => {
    const parsed = toJson(value, label);
    const list =
      isObject(parsed) && !("id" in parsed)
        ? Object.entries(parsed).map(([key, one]) => ({ id: toFieldId(key, label), value: one }))
        : [parsed].flat();
    return checked(customFieldValues(), list, label) as FieldValue[];
  };
  return field({ ...about, type: "code", language: "json" }, read, customFieldValues);
}

/** Values of several fields as JSON. */
export const customFields = fieldValueList({
  label: "Custom Fields",
  example: '[{ "id": 51, "value": "Blue" }]',
  comments:
    'The values to set: a JSON list of { id, value } with the field\'s ID, or an object such as { "51": "Blue" }.',
});

/** The same as a form: a field's ID and its value, a row each. */
export const customFieldRows: Field<FieldValue[] | undefined> = field(
  {
    label: { key: "Custom Field ID", value: "Custom Field Values" },
    type: "string",
    collection: "keyvaluelist",
    comments:
      'The values to set, a row each: the field\'s ID and its value. true, false and numbers are sent as such; put anything in double quotes to send it as text, as in "12".',
  },
  (value, label) =>
    pairs(value, label).map(([key, one]) => ({
      id: toFieldId(key, label),
      value: cast(one, label),
    })),
);

/** One value. */
export const customFieldValue: Field<unknown> = required(
  field(
    {
      label: "Value",
      type: "string",
      example: "Blue",
      comments:
        'The value to set. true, false and numbers are sent as such; put anything in double quotes to send it as text, as in "12".',
    },
    cast,
  ),
);

/**
 * The values that the two inputs hold together.
 *
 * @throws InputError when there are none
 */
export function givenValues(
  json: FieldValue[] | undefined,
  rows: FieldValue[] | undefined,
): FieldValue[] {
  const values = [...(json ?? []), ...(rows ?? [])];
  if (values.length === 0) {
    throw new InputError("Custom Fields", "there is no value to set: fill in one of the inputs.");
  }
  return values;
}

function toFieldId(key: string, label: string): number {
  return toWholeNumber(key, label, { min: 1 });
}

/** What a typed value looks like. Leading zeros are kept, as in a postcode. */
function cast(value: unknown, label: string): unknown {
  if (typeof value !== "string") {
    return toJson(value ?? null, label);
  }
  const typed = value.trim();
  if (typed === "true" || typed === "false") {
    return typed === "true";
  }
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(typed)) {
    return Number(typed);
  }
  return /^".*"$/s.test(typed) ? typed.slice(1, -1) : value;
}
