import type { JsonObject } from "../../client/json";
import { withAdditionalFields } from "../endpoint";

/** The body of a new or changed view. */
export function viewBody({ emoji, ...fields }: JsonObject): JsonObject {
  return withAdditionalFields({
    ...fields,
    decoration: emoji === undefined ? undefined : { emoji },
  });
}
