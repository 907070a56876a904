import { customerId } from "../../inputs/customers";
import { fieldValues } from "../../schemas/customField";
import { endpoint } from "../endpoint";

export const listCustomerCustomFieldsValues = endpoint({
  route: "GET /customers/{customer_id}/custom-fields",
  label: "List Customer Custom Fields Values",
  description: "List all values of a customer's custom fields.",
  guidance: "Each comes with its field's definition. Returns { data }, without pages.",
  inputs: { customer_id: customerId },
  returns: fieldValues,
});
