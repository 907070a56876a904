import { path } from "../../client/address";
import { additionalFields } from "../../inputs/common";
import { customFieldId } from "../../inputs/customFields";
import {
  definitionInputs,
  fieldLabel,
  fieldObjectType,
  fieldSettings,
} from "../../inputs/fieldDefinitions";
import { customField } from "../../schemas/customField";
import { defineAction } from "../defineAction";
import { fieldBody } from "./fieldBody";

export const updateCustomField = defineAction({
  key: "updateCustomField",
  label: "Update Custom Field",
  description: "Update a custom field. What is left blank stays as it is.",
  readOnly: false,
  inputs: {
    id: customFieldId,
    object_type: fieldObjectType,
    label: fieldLabel,
    ...definitionInputs,
    ...fieldSettings,
    additionalFields,
  },
  returns: customField,
  perform: (gorgias, { id, ...values }) =>
    gorgias.put(path`/custom-fields/${id}`, fieldBody(values)),
});
