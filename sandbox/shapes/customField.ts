import { isoFromMicros, isoOrNull } from "../clock";
import type { CustomField, FieldValues } from "../shop/records/customField";

/** A custom field's definition. */
export function customFieldShape(field: CustomField) {
  return {
    id: field.id,
    uri: `/api/custom-fields/${field.id}/`,
    object_type: field.object_type,
    label: field.label,
    description: field.description,
    external_id: field.external_id,
    priority: field.priority,
    required: field.required,
    managed_type: field.managed_type,
    definition: field.definition,
    created_datetime: isoFromMicros(field.created_datetime),
    updated_datetime: isoFromMicros(field.updated_datetime),
    deactivated_datetime: isoOrNull(field.deactivated_datetime),
  };
}

/** Values of custom fields as `relationships=custom_fields` adds them: by the field's id. */
export function fieldValuesShape(values: FieldValues) {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { id: Number(id), value }]),
  );
}
