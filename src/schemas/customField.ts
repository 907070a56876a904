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

const fieldValueSchema = object(
  { value: anything },
  { id: integer, field: freeForm, prediction: anything },
);

const fieldValuesSchema = object(
  { data: listOf(fieldValueSchema) },
  {
    object: text,
    uri: text,
    meta: object({ prev_cursor: nullable(text), next_cursor: nullable(text) }),
  },
);

/** The values of a ticket's or customer's custom fields: one list that is not paged. */
export const fieldValues: Resource<Described<typeof fieldValuesSchema>> = {
  schema: fieldValuesSchema,
  example: {
    object: "list",
    uri: "/api/tickets/153006867/custom-fields",
    data: [{ id: 51, value: "Blue", field: { id: 51, label: "Colour", object_type: "Ticket" } }],
    meta: { prev_cursor: null, next_cursor: null },
  },
};

/** What custom fields belong to (docs/gorgias-api.md, "Custom fields"). */
export const FIELD_OBJECT_TYPES = ["Ticket", "Customer"] as const;

/** What a custom field's values are (docs/gorgias-api.md, "Custom fields"). */
export const FIELD_DATA_TYPES = ["text", "number", "boolean"] as const;

/** What custom fields can be ordered by (docs/gorgias-api.md, "Lists"). */
export const FIELD_ORDERS = ["priority:asc", "priority:desc"] as const;

/** Fields that Gorgias itself fills or reads (docs/gorgias-api.md, "Custom fields"). */
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
    uri: text,
  },
);

/** A custom field: its definition, not a value of it. */
export const customField: Resource<Described<typeof customFieldSchema>> = {
  schema: customFieldSchema,
  example: {
    id: 51,
    object_type: "Ticket",
    label: "Colour",
    definition: {
      data_type: "text",
      input_settings: { input_type: "dropdown", choices: ["Blue", "Red"] },
    },
    description: "The colour that the ticket is about.",
    external_id: null,
    managed_type: null,
    priority: 1,
    required: false,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    deactivated_datetime: null,
  },
};

/** What changing several custom fields answers. */
export const changedFields: Resource<unknown> = {
  schema: anything,
  example: { data: [customField.example] },
};

/** A value after it was set. Its exact shape is not documented. */
export const setFieldValue: Resource<unknown> = {
  schema: anything,
  example: { id: 51, value: "Blue" },
};
