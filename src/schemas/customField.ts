import {
  anything,
  type Described,
  freeForm,
  integer,
  listOf,
  nullable,
  object,
  type Resource,
  text,
} from "./schema";

const fieldValueSchema = object({ value: anything }, { id: integer, field: freeForm });

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
