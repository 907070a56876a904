import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { fieldValues } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const listCustomerCustomFieldsValues = defineAction({
  key: "listCustomerCustomFieldsValues",
  label: "List Customer Custom Fields Values",
  description: "List all values of a customer's custom fields.",
  readOnly: true,
  inputs: { customer_id: customerId },
  returns: fieldValues,
  perform: (gorgias, { customer_id }) => gorgias.get(path`/customers/${customer_id}/custom-fields`),
});
