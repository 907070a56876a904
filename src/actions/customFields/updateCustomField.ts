import { additionalFields } from "../../inputs/common";
import { customFieldId } from "../../inputs/customFields";
import { fieldLabel, fieldObjectType, fieldSettings } from "../../inputs/fieldDefinitions";
import { customField } from "../../schemas/customField";
import { endpoint } from "../endpoint";
import { checkDefinition, fieldBody } from "./fieldBody";

export const updateCustomField = endpoint({
  route: "PUT /custom-fields/{id}",
  label: "Update Custom Field",
  description: "Update a custom field. What is left blank stays as it is.",
  guidance:
    "The definition, not a value. For several, use {updateCustomFields}. Returns the field.",
  inputs: {
    id: customFieldId,
    label: fieldLabel,
    object_type: fieldObjectType,
    ...fieldSettings,
    additionalFields: additionalFields('{ "deactivated_datetime": null }'),
  },
  returns: customField,
  check: checkDefinition,
  body: fieldBody,
});
