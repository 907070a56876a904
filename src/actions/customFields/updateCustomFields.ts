import { required } from "../../fields/field";
import { jsonList } from "../../fields/json";
import { toFieldChanges } from "../../inputs/givenBack";
import { fieldChanges } from "../../inputs/shapes";
import { changedFields } from "../../schemas/customField";
import { endpoint } from "../endpoint";

export const updateCustomFields = endpoint({
  route: "PUT /custom-fields",
  label: "Update Custom Fields",
  description:
    "Update several custom fields at once, for example their order. They change for all tickets or customers of the account; what is left out of one stays as it is.",
  guidance: "Definitions, not values. Returns { data } with the fields.",
  inputs: {
    fields: required(
      jsonList(
        fieldChanges,
        {
          label: "Fields",
          example: '[{ "id": 8802, "priority": 1 }, { "id": 8803, "priority": 2 }]',
          comments:
            "The changes, as a JSON list of objects: each has the field's id and what to change on it, such as label, priority, required or deactivated_datetime. The answer of List Custom Fields works as it is.",
        },
        toFieldChanges,
      ),
    ),
  },
  returns: changedFields,
  body: ({ fields }) => fields,
});
