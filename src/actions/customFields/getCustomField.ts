import { customFieldId } from "../../inputs/customFields";
import { customField } from "../../schemas/customField";
import { endpoint } from "../endpoint";

export const getCustomField = endpoint({
  route: "GET /custom-fields/{id}",
  label: "Get Custom Field",
  description: "Retrieve a custom field: its definition, not a value.",
  guidance: "Returns label, type and choices. To find its id, use {listCustomFields}.",
  inputs: { id: customFieldId },
  returns: customField,
});
