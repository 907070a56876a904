import { isObject, type JsonObject } from "../client/json";
import { type Field, field, required } from "../fields/field";
import { checked, toJson } from "../fields/json";
import { toPairs } from "../fields/keyValue";
import { id, toWholeNumber } from "../fields/number";
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

/** Values of several fields as JSON: a list of `{ id, value }`, or an object of id → value. */
export const customFields: Field<FieldValue[] | undefined> = field(
  {
    label: "Custom Fields",
    type: "code",
    language: "json",
    example: '[{ "id": 51, "value": "Blue" }]',
    comments:
      'The values to set: a JSON list of { id, value } with the field\'s ID, or an object such as { "51": "Blue" }.',
  },
  toFieldValues,
  customFieldValues,
);

/** The same as a form: a field's ID and its value, a row each. */
export const customFieldRows: Field<FieldValue[] | undefined> = field(
  {
    label: { key: "Custom Field ID", value: "Custom Field Values" },
    type: "string",
    collection: "keyvaluelist",
    comments:
      'The values to set, a row each: the field\'s ID and its value. true, false and numbers are sent as such; put anything in double quotes to send it as text, as in "12".',
  },
  (value, name) =>
    toPairs(value, name).map(([key, one]) => ({
      id: toFieldId(key, name),
      value: cast(one, name),
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

function toFieldValues(value: unknown, name: string): FieldValue[] {
  const parsed = toJson(value, name);
  const list =
    isObject(parsed) && !("id" in parsed)
      ? Object.entries(parsed).map(([key, one]) => ({ id: toFieldId(key, name), value: one }))
      : [parsed].flat();
  return checked(customFieldValues(), list, name) as FieldValue[];
}

function toFieldId(key: string, name: string): number {
  return toWholeNumber(key, name, { min: 1 });
}

/** What a typed value looks like. Leading zeros are kept, as in a postcode. */
function cast(value: unknown, name: string): unknown {
  if (typeof value !== "string") {
    return toJson(value ?? null, name);
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
