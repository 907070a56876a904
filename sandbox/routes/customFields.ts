import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { wholeList } from "../pages";
import { booleanText, datetime, id, idPath, paging } from "../parameters";
import { invalid } from "../problem";
import { customFieldShape } from "../shapes/workspace";
import type { Shop } from "../shop";
import { type CustomField, FIELD_OWNERS, MANAGED_TYPES } from "../shop/records";

const listQuery = z.strictObject({
  ...paging(),
  object_type: z.enum(FIELD_OWNERS),
  order_by: z.enum(["priority:asc", "priority:desc"]).default("priority:asc"),
  search: z.string().optional(),
  archived: booleanText.optional(),
});

const placeholder = z.string().nullable().exactOptional();
const bound = z.number().nullable().exactOptional();

/** The three kinds of definitions that notes.md describes, and a dropdown beside a text. */
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

/** All optional: "PUT is partial", says `gorgias-api/notes.md`. */
const changes = {
  ...optional,
  object_type: objectType.exactOptional(),
  label: label.exactOptional(),
  definition: definition.exactOptional(),
};
const updateBody = z.strictObject(changes);

/** The bulk update takes a bare array of objects with `id` (`gorgias-api/notes.md`). */
const bulkBody = z.array(z.strictObject({ ...changes, id })).min(1);

/** Definitions of custom fields: list, get, create, update one or several. */
export function customFieldRoutes(app: Api, { shop, pages }: RouteContext): void {
  app.get("/custom-fields", { schema: { querystring: listQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records: shop.customFields.orderedBy(query.order_by),
      where: (field) =>
        field.object_type === query.object_type &&
        field.label.toLowerCase().includes(query.search?.toLowerCase() ?? "") &&
        (query.archived ?? field.deactivated_datetime !== null) ===
          (field.deactivated_datetime !== null),
      shape: customFieldShape,
    }),
  );

  app.get("/custom-fields/:id", { schema: { params: idPath } }, ({ params }) =>
    customFieldShape(shop.customFields.one(params.id)),
  );

  app.post("/custom-fields", { schema: { body: createBody } }, ({ body }, reply) => {
    reply.code(201);
    const now = shop.stamp();
    const field = shop.customFields.add({
      id: shop.customFields.nextId(),
      description: null,
      external_id: null,
      required: false,
      managed_type: null,
      deactivated_datetime: null,
      ...body,
      priority: body.priority ?? 0,
      created_datetime: now,
      updated_datetime: now,
    });
    return customFieldShape(field);
  });

  app.put(
    "/custom-fields/:id",
    { schema: { params: idPath, body: updateBody } },
    ({ params, body }) => customFieldShape(change(shop, shop.customFields.one(params.id), body)),
  );

  app.put("/custom-fields", { schema: { body: bulkBody } }, ({ url, body }) => {
    const known = body.map(({ id: fieldId, ...patch }, index) => {
      const field = shop.customFields.get(fieldId);
      if (field === undefined) throw invalid(`${index}.id`, `There is no field ${fieldId}.`);
      return { field, patch };
    });
    const changed = known.map(({ field, patch }) => change(shop, field, patch));
    return wholeList(url, changed.map(customFieldShape));
  });
}

function change(shop: Shop, field: CustomField, patch: z.output<typeof updateBody>): CustomField {
  const { priority, ...rest } = patch;
  return shop.customFields.change(field, {
    ...rest,
    ...(priority !== undefined && { priority: priority ?? 0 }),
    updated_datetime: shop.stamp(),
  });
}
