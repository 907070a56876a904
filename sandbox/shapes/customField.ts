import { isoFromMicros, isoOrNull } from "../clock";
import type { CustomField, FieldValues } from "../shop/records/customField";

/** A custom field's definition. */
export function customFieldShape(field: CustomField) {
  return {
    id: field.id,
    object_type: field.object_type,
    label: field.label,
    description: field.description,
    external_id: field.external_id,
    priority: field.priority,
    required: field.required,
    ...(field.object_type === "Ticket" && { requirement_type: "visible" }),
    managed_type: field.managed_type,
    definition: field.definition,
    created_datetime: isoFromMicros(field.created_datetime),
    updated_datetime: isoFromMicros(field.updated_datetime),
    deactivated_datetime: isoOrNull(field.deactivated_datetime),
  };
}

/** A value with its field, as in `test/schemas/recorded/list-ticket-custom-field-values.json`. */
export function fieldValueShape(field: CustomField, value: unknown) {
  return {
    field: customFieldShape(field),
    ...(field.object_type === "Ticket" && { prediction: null }),
    value,
  };
}

/** Values of custom fields within a ticket or a customer: by the field's id. */
export function fieldValuesShape(values: FieldValues) {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { id: Number(id), value }]),
  );
}
