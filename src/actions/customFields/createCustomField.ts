import { InputError } from "../../client/errors";
import { additionalFields } from "../../inputs/common";
import { required } from "../../inputs/field";
import {
  definitionInputs,
  fieldLabel,
  fieldObjectType,
  fieldSettings,
} from "../../inputs/fieldDefinitions";
import { customField } from "../../schemas/customField";
import { defineAction } from "../defineAction";
import { fieldBody } from "./fieldBody";

export const createCustomField = defineAction({
  key: "createCustomField",
  label: "Create Custom Field",
  description: "Create a custom field for tickets or customers.",
  readOnly: false,
  inputs: {
    object_type: required(fieldObjectType),
    label: required(fieldLabel),
    ...definitionInputs,
    ...fieldSettings,
    additionalFields,
  },
  returns: customField,
  async perform(gorgias, values) {
    const body = fieldBody(values);
    if (body.definition === undefined) {
      throw new InputError("Definition", "is needed: fill it in, or Data Type instead.");
    }
    return gorgias.post("/custom-fields", body);
  },
});
