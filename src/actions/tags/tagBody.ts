import type { JsonObject } from "../../client/json";
import type { Values } from "../../fields/field";
import type { tagFields } from "../../inputs/tags";
import { withAdditionalFields } from "../endpoint";

/** The body of a new or changed tag: its color wins over what the decoration says. */
export function tagBody({
  color,
  decoration,
  ...rest
}: JsonObject & Values<Pick<typeof tagFields, "color" | "decoration">>): JsonObject {
  return withAdditionalFields({
    ...rest,
    decoration: color === undefined ? decoration : { ...decoration, color },
  });
}
