import type { JsonObject } from "../../client/json";
import type { Values } from "../../inputs/field";
import { type definitionInputs, definitionOf } from "../../inputs/fieldDefinitions";

type FieldValues = Values<typeof definitionInputs> &
  JsonObject & { readonly additionalFields: JsonObject | undefined };

/** The body of a new or changed custom field. */
export function fieldBody(values: FieldValues): JsonObject {
  const { definition, dataType, choices, placeholder, min, max, additionalFields, ...rest } =
    values;
  return {
    ...rest,
    definition: definitionOf({ definition, dataType, choices, placeholder, min, max }),
    ...additionalFields,
  };
}
