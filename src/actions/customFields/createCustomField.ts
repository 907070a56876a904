import { required } from "../../fields/field";
import { additionalFields } from "../../inputs/common";
import { fieldLabel, fieldObjectType, fieldSettings } from "../../inputs/fieldDefinitions";
import { customField } from "../../schemas/customField";
import { endpoint } from "../endpoint";
import { checkDefinition, newFieldBody } from "./fieldBody";

export const createCustomField = endpoint({
  route: "POST /custom-fields",
  label: "Create Custom Field",
  description: "Create a custom field for tickets or customers.",
  guidance:
    "Only the definition: values are set with {updateTicketCustomField} or {updateCustomerCustomFieldValue}. Returns the field with its id.",
  inputs: {
    object_type: required(fieldObjectType),
    label: required(fieldLabel),
    ...fieldSettings,
    additionalFields: additionalFields(
      '{ "definition": { "data_type": "number", "input_settings": { "input_type": "input_number" } } }',
    ),
  },
  returns: customField,
  check: checkDefinition,
  body: newFieldBody,
});
