import { boolean, type Described, integer, listOf, object, type Resource } from "./schema";

const deletionSchema = object({ id: integer, deleted: boolean });

/** What a delete action answers, because Gorgias itself answers nothing (204). */
export const deletion: Resource<Described<typeof deletionSchema>> = {
  schema: deletionSchema,
  example: { id: 153006867, deleted: true },
};

const deletionsSchema = object({ ids: listOf(integer), deleted: boolean });

/** What deleting several answers. */
export const deletions: Resource<Described<typeof deletionsSchema>> = {
  schema: deletionsSchema,
  example: { ids: [400746613, 400800006], deleted: true },
};
