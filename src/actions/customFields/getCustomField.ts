import { path } from "../../client/address";
import { customFieldId } from "../../inputs/customFields";
import { customField } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const getCustomField = defineAction({
  key: "getCustomField",
  label: "Get Custom Field",
  description: "Retrieve a custom field: its definition, not a value.",
  readOnly: true,
  inputs: { id: customFieldId },
  returns: customField,
  perform: (gorgias, { id }) => gorgias.get(path`/custom-fields/${id}`),
});
