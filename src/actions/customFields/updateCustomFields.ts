import { required } from "../../inputs/field";
import { jsonList } from "../../inputs/json";
import { fieldChanges } from "../../inputs/shapes";
import { changedFields } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const updateCustomFields = defineAction({
  key: "updateCustomFields",
  label: "Update Custom Fields",
  description: "Update several custom fields at once, for example their order.",
  readOnly: false,
  inputs: {
    fields: required(
      jsonList(fieldChanges, {
        label: "Fields",
        example: '[{ "id": 51, "priority": 1 }, { "id": 52, "priority": 2 }]',
        comments:
          "The changes, as a JSON list of objects: each has the field's id and what to change on it, such as label, priority, required or deactivated_datetime.",
      }),
    ),
  },
  returns: changedFields,
  perform: (gorgias, { fields }) => gorgias.put("/custom-fields", fields),
});
