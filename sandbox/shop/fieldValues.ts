import { invalid } from "../problem";
import type { Shop } from "./index";
import type { CustomField, FieldDefinition, FieldValues } from "./records/customField";

/** Values for custom fields as they come in a request. */
export type GivenValues = readonly { id: number; value: unknown }[];

/** Values by field id, each checked against the field's definition. */
export function checkedValues(
  shop: Shop,
  owner: CustomField["object_type"],
  given: GivenValues,
): FieldValues {
  return Object.fromEntries(
    given.map(({ id, value }, index) => {
      const field = shop.customFields.get(id);
      if (field === undefined || field.object_type !== owner) {
        throw invalid(`custom_fields.${index}.id`, `There is no ${owner} field ${id}.`);
      }
      const error = value === null ? undefined : valueError(field.definition, value);
      if (error !== undefined) throw invalid(`custom_fields.${index}.value`, error);
      return [id, value];
    }),
  );
}

/** Why a value does not match its field's `data_type` (`docs/gorgias-api.md`, "Writes"). */
function valueError({ data_type, input_settings }: FieldDefinition, value: unknown) {
  const type = data_type === "text" ? "string" : data_type;
  const { input_type, choices, min, max } = input_settings;
  if (typeof value !== type) return `Not a valid ${data_type}.`;
  if (input_type === "dropdown" && choices !== undefined && !choices.includes(value)) {
    return `Not one of the choices: ${choices.join(", ")}.`;
  }
  if (typeof value === "number" && min != null && value < min) return `Less than ${min}.`;
  if (typeof value === "number" && max != null && value > max) return `More than ${max}.`;
  return undefined;
}
