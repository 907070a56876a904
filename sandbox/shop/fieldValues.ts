import { invalid } from "../problem";
import type { Shop } from "./index";
import type { CustomField, FieldDefinition, FieldValues } from "./records/customField";

/** Values for custom fields as they come in a request. */
export type GivenValues = readonly { id: number; value: unknown }[];

/** Values by field id, each checked as far as Gorgias does; they are kept as they came. */
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
      const error = valueError(field.definition, value);
      if (error !== undefined) throw invalid(`custom_fields.${index}.value`, error);
      return [id, value];
    }),
  );
}

/** Why a field does not take a value (`docs/gorgias-api.md`, "Custom fields"). */
function valueError({ data_type, input_settings }: FieldDefinition, value: unknown) {
  const { input_type, choices, min, max } = input_settings;
  if (value === null || value === "") return "An empty value is deleted, not sent.";
  if (typeof value === "object") return "Not a text, a number, true or false.";
  if (data_type === "boolean") {
    if (typeof value !== "boolean") return "Not a valid boolean.";
    if (choices === undefined) return undefined;
  }
  if (input_type === "dropdown" && !choices?.includes(value)) {
    return `Not one of the choices: ${choices?.join(", ")}.`;
  }
  if (typeof value === "number" && min != null && value < Number(min)) return `Less than ${min}.`;
  if (typeof value === "number" && max != null && value > Number(max)) return `More than ${max}.`;
  return undefined;
}
