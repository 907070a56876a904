import { ordersBy } from "./orders";
import {
  anything,
  boolean,
  type Described,
  freeForm,
  integer,
  listOf,
  moment,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

/** What custom fields belong to (docs/gorgias-api.md, "Custom fields"). */
export const FIELD_OBJECT_TYPES = ["Ticket", "Customer"] as const;

/** Tickets or customers. */
export type FieldOwner = (typeof FIELD_OBJECT_TYPES)[number];

/** What a custom field's values are (docs/gorgias-api.md, "Custom fields"). */
export const FIELD_DATA_TYPES = ["text", "number", "boolean"] as const;

/** What custom fields can be ordered by (docs/gorgias-api.md, "Lists"). */
export const FIELD_ORDERS = ordersBy("priority");

/** Fields that Gorgias itself fills in or reads (docs/gorgias-api.md, "Custom fields"). */
export const MANAGED_TYPES = [
  "contact_reason",
  "product",
  "resolution",
  "ai_intent",
  "ai_outcome",
  "ai_sales",
  "ai_discount",
  "ai_journey",
  "managed_sentiment",
  "call_status",
  "customer_type",
] as const;

/**
 * Those of them that people fill in. Of the others, a set of values without one that is there is
 * refused (docs/gorgias-api.md, "Custom fields").
 */
export const FILLED_IN_BY_PEOPLE: readonly (typeof MANAGED_TYPES)[number][] = [
  "contact_reason",
  "product",
  "resolution",
  "customer_type",
];

const customFieldSchema = object(
  {
    id: integer,
    object_type: text,
    label: text,
    definition: object({ data_type: text, input_settings: freeForm }),
  },
  {
    description: nullable(text),
    external_id: nullable(text),
    managed_type: nullable(text),
    priority: nullable(integer),
    required: boolean,
    requirement_type: nullable(text),
    created_datetime: moment,
    updated_datetime: nullable(moment),
    deactivated_datetime: nullable(moment),
  },
);

/** A custom field: its definition, not a value of it. */
export type CustomField = Described<typeof customFieldSchema>;

/** Its schema, and one that exists. */
export const customField: Resource<CustomField> = {
  schema: customFieldSchema,
  example: {
    id: 8802,
    object_type: "Ticket",
    label: "Order number",
    definition: {
      data_type: "text",
      input_settings: { input_type: "input", placeholder: "#10234" },
    },
    description: "The order that the ticket is about.",
    external_id: null,
    managed_type: null,
    priority: 1,
    required: false,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    deactivated_datetime: null,
  },
};

const changedFieldsSchema = object({ data: listOf(customFieldSchema) });

/** What changing several custom fields answers. */
export const changedFields: Resource<Described<typeof changedFieldsSchema>> = {
  schema: changedFieldsSchema,
  example: { data: [customField.example] },
};

const fieldValueSchema = object(
  { field: customFieldSchema, value: anything },
  { prediction: anything },
);

/** A value with the field that it is of (docs/gorgias-api.md, "Custom fields"). */
export type HeldValue = Described<typeof fieldValueSchema>;

/** A value after it was set. */
export const fieldValue: Resource<HeldValue> = {
  schema: fieldValueSchema,
  example: { field: customField.example, value: "#10234" },
};

const fieldValuesSchema = object({ data: listOf(fieldValueSchema) });

/** The values of a ticket's or customer's custom fields: one list that is not paged. */
export const fieldValues: Resource<Described<typeof fieldValuesSchema>> = {
  schema: fieldValuesSchema,
  example: { data: [fieldValue.example] },
};
