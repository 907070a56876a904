import type { JsonObject } from "../client/json";
import {
  type Display,
  type Field,
  type FieldOptions,
  field,
  isBlank,
  required,
  told,
} from "../fields/field";
import { InputError, type Refusal, refusal, unexpected } from "../fields/inputError";
import { jsonList, toJson } from "../fields/json";
import { toPairs } from "../fields/keyValue";
import { id, toWholeNumber } from "../fields/number";
import { toText } from "../fields/text";
import { toFieldValues } from "./givenBack";
import { customFieldValues } from "./shapes";

/** What a custom field can hold. */
export type Scalar = string | number | boolean;

/** A value for a custom field as it was filled in; its field's definition says what is sent. */
export interface FilledIn {
  /** null takes the value away. */
  readonly value: Scalar | null;
  /** What the field's ID and the value are called where they were filled in. */
  readonly names: { readonly id: string; readonly value: string };
}

/** The same with the ID of its field. */
export interface GivenValue extends FilledIn {
  readonly id: number;
  /** Whatever else stands beside the two in JSON. */
  readonly others: JsonObject;
}

function fieldFrom(dataSource: string, example: string) {
  return required(
    id({
      label: "Custom Field ID",
      dataSource,
      example,
      comments: "The ID of the custom field: of its definition, not of the value.",
    }),
  );
}

/** A custom field of tickets or of customers. */
export const customFieldId = fieldFrom("selectCustomField", "8802");

/** The custom field of a ticket's value. */
export const ticketFieldId = fieldFrom("selectTicketField", "8802");

/** The custom field of a customer's value. */
export const customerFieldId = fieldFrom("selectCustomerField", "8814");

/** Values of several fields as JSON, in each of the forms in which Gorgias itself answers them. */
export function fieldValues({
  comments,
  example = '[{ "id": 8802, "value": "#10234" }]',
}: Pick<FieldOptions, "comments" | "example">): Field<GivenValue[] | undefined> {
  return jsonList(
    customFieldValues,
    { label: "Custom Fields", example, comments },
    toFieldValues,
    asGiven,
  );
}

/** An example of a customer's values. */
export const OF_CUSTOMERS = '[{ "id": 8814, "value": "Birch Outdoor" }]';

const toSet = (such: string) =>
  `The values to set: a JSON list of { id, value } with the field's ID, or an object such as ${such}. Each becomes what its field takes, and null takes a value away.`;

/** A ticket's values to set, beside those that are there. */
export const ticketFieldValues = told(
  "The values to set, by the field's ID: each becomes what its field takes, and null takes it away.",
  fieldValues({ comments: toSet('{ "8802": "#10234" }') }),
);

/** The same of a customer. */
export const customerFieldValues = told(
  "The values to set, by the field's ID: each becomes what its field takes, and null takes it away.",
  fieldValues({
    comments: toSet('{ "8814": "Birch Outdoor" }'),
    example: OF_CUSTOMERS,
  }),
);

/** A ticket's values as a form: a field's ID and its value, a row each. */
export const ticketFieldRows: Field<GivenValue[] | undefined> = field(
  {
    label: { key: "Custom Field ID", value: "Custom Field Values" },
    type: "string",
    collection: "keyvaluelist",
    example: "8802: #10234",
    comments:
      "The values to set, a row each: the field's ID and its value. Each becomes what its field takes. An empty one takes the value away; a reference that came up with nothing leaves it as it is.",
  },
  (rows, name) =>
    toPairs(rows, name).flatMap(([key, one], index) => {
      const names = { id: `${name}[${index}]`, value: `${name}[${index}]` };
      const fieldId = toWholeNumber(key, name, { min: 1 });
      // A reference that came up with nothing is no wish to take a value away.
      return one === undefined
        ? []
        : [{ id: fieldId, others: {}, names, value: toScalar(one, names.value) }];
    }),
);

/** The same of a customer. */
export const customerFieldRows: typeof ticketFieldRows = {
  ...ticketFieldRows,
  display: { ...ticketFieldRows.display, example: "8814: Birch Outdoor" } as Display,
};

/**
 * One value.
 *
 * @param deletion the label of the action that takes a value away
 */
export function customFieldValue(deletion: string, example: string): Field<FilledIn> {
  const display = {
    label: "Value",
    type: "string",
    example,
    comments: `The value to set: it becomes what the field takes. To take a value away, use ${deletion}.`,
  } as const;
  const { read, ...rest } = required(
    field(display, (given, name) => ({
      names: { id: name, value: name },
      value: toScalar(given, name),
    })),
  );
  return {
    ...rest,
    read(given, name) {
      const filledIn = isBlank(given) ? undefined : read(given, name);
      if (!filledIn || isEmpty(filledIn.value)) {
        throw refusal(
          name,
          `this input is required and was left blank. To take a value away, use ${deletion}.`,
        );
      }
      return filledIn;
    },
  };
}

/** Whether a value is none: Gorgias wants it deleted (docs/gorgias-api.md, "Custom fields"). */
export function isEmpty(value: Scalar | null): value is null {
  return value === null || value === "";
}

/**
 * @param rows which row each value was in
 * @throws InputError for every value that no field can hold
 */
function asGiven(list: readonly JsonObject[], name: string, rows: readonly number[]): GivenValue[] {
  const nameOf = (index: number) => `${name}[${rows[index] ?? index}]`;
  refuse(list.flatMap(({ value }, index) => refusalsOf(value, `${nameOf(index)}.value`)));
  return list.map(({ id, value, field, prediction, ...others }, index) => {
    const names = { id: `${nameOf(index)}.id`, value: `${nameOf(index)}.value` };
    const scalar = typeof value === "string" ? toText(value, names.value) : value;
    return { id: id as number, others, names, value: scalar as Scalar | null };
  });
}

function refuse(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) {
    throw new InputError(refusals);
  }
}

function refusalsOf(value: unknown, name: string): readonly Refusal[] {
  if (value === undefined) {
    return unexpected(name, "a value", value).refusals;
  }
  return typeof value === "object" && value !== null
    ? unexpected(name, "text, a number, true or false", value).refusals
    : [];
}

/** A value out of a form. Text is kept to the letter: its field's definition says what it becomes. */
function toScalar(given: unknown, name: string): Scalar | null {
  if (typeof given === "string") {
    return toText(given, name);
  }
  const value = toJson(given ?? null, name);
  refuse(refusalsOf(value, name));
  return value as Scalar | null;
}
