import { boolean, type Described, integer, object, type Resource } from "./schema";

const deletionSchema = object({ id: integer, deleted: boolean });

/** What a delete action answers, because Gorgias itself answers nothing (204). */
export const deletion: Resource<Described<typeof deletionSchema>> = {
  schema: deletionSchema,
  example: { id: 153006867, deleted: true },
};
