import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { booleanText, datetime, id, paging } from "../parameters";
import { invalid } from "../problem";
import { customFieldShape } from "../shapes/customField";
import { lifecycle } from "../shop/lifecycle";
import { type CustomField, FIELD_OWNERS, MANAGED_TYPES } from "../shop/records/customField";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  object_type: z.enum(FIELD_OWNERS),
  order_by: z.enum(["priority:asc", "priority:desc"]).default("priority:desc"),
  search: z.string().optional(),
  archived: booleanText.optional(),
});

const placeholder = z.string().nullable().exactOptional();
const bound = z.number().nullable().exactOptional();

/** The kinds of definitions (`docs/gorgias-api.md`, "Writes"). */
const definition = z.discriminatedUnion("data_type", [
  z.strictObject({
    data_type: z.literal("text"),
    input_settings: z.discriminatedUnion("input_type", [
      z.strictObject({ input_type: z.literal("input"), placeholder }),
      z.strictObject({
        input_type: z.literal("dropdown"),
        choices: z.array(z.string()),
        default: z.string().nullable().exactOptional(),
      }),
    ]),
  }),
  z.strictObject({
    data_type: z.literal("number"),
    input_settings: z.strictObject({
      input_type: z.literal("input_number"),
      min: bound,
      max: bound,
      placeholder,
    }),
  }),
  z.strictObject({
    data_type: z.literal("boolean"),
    input_settings: z.strictObject({
      input_type: z.literal("dropdown"),
      choices: z.array(z.boolean()).exactOptional(),
      default: z.boolean().nullable().exactOptional(),
    }),
  }),
]);

const optional = {
  description: z.string().max(1024).nullable().exactOptional(),
  external_id: z.string().nullable().exactOptional(),
  priority: z.number().min(0).max(5000).nullable().exactOptional(),
  required: z.boolean().exactOptional(),
  managed_type: z.enum(MANAGED_TYPES).nullable().exactOptional(),
  deactivated_datetime: datetime.nullable().exactOptional(),
};

const objectType = z.enum(FIELD_OWNERS);
const label = z.string().min(1).max(255);

const createBody = z.strictObject({ ...optional, object_type: objectType, label, definition });

/** All optional: "PUT is partial" (`docs/gorgias-api.md`, "Writes"). */
const changes = {
  ...optional,
  object_type: objectType.exactOptional(),
  label: label.exactOptional(),
  definition: definition.exactOptional(),
};
const updateBody = z.strictObject(changes);

/** The bulk update takes a bare array of objects with `id` (`docs/gorgias-api.md`, "Writes"). */
const bulkBody = z.array(z.strictObject({ ...changes, id })).min(1);

/** What comes back for a priority of 0 (`docs/gorgias-api.md`, "Custom fields"). */
const NO_PRIORITY = 10;

/** Definitions of custom fields, of which several can be changed at once. */
export function customFieldRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change } = lifecycle(shop, shop.customFields);
  const update = (field: CustomField, body: z.output<typeof updateBody>, by: number | null) => {
    const { priority, ...rest } = body;
    return change(
      field,
      { ...rest, ...(priority !== undefined && { priority: priority || NO_PRIORITY }) },
      by,
    );
  };

  serveCollection(api, context, {
    path: "/custom-fields",
    records: shop.customFields,
    shape: customFieldShape,
    writtenBy: "admin",
    list: { query: listQuery, hasTotal: true, select: (query) => ({ where: fieldFilter(query) }) },
    get: {},
    create: {
      body: createBody,
      make: (body, by) =>
        create(
          (given) => ({
            ...given,
            description: null,
            external_id: null,
            required: false,
            managed_type: null,
            deactivated_datetime: null,
            ...body,
            priority: body.priority || NO_PRIORITY,
          }),
          by,
        ),
    },
    update: { body: updateBody, change: update },
  });

  api.put(
    "/custom-fields",
    { schema: { body: bulkBody }, config: { needs: "admin" } },
    ({ body, userId }) => {
      const known = body.map(({ id: fieldId, ...patch }, index) => {
        const field = shop.customFields.get(fieldId);
        if (field === undefined) throw invalid(`${index}.id`, `There is no field ${fieldId}.`);
        return { field, patch };
      });
      const changed = known.map(({ field, patch }) => update(field, patch, userId));
      return { data: changed.map(customFieldShape) };
    },
  );
}

function fieldFilter(query: z.output<typeof listQuery>): (field: CustomField) => boolean {
  const search = query.search?.toLowerCase() ?? "";
  return (field) => {
    const archived = field.deactivated_datetime !== null;
    return (
      field.object_type === query.object_type &&
      field.label.toLowerCase().includes(search) &&
      (query.archived ?? archived) === archived
    );
  };
}
