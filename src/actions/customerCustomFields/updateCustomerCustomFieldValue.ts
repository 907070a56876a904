import { customerId } from "../../inputs/customers";
import { customFieldId, customFieldValue } from "../../inputs/customFields";
import { setFieldValue } from "../../schemas/customField";
import { endpoint } from "../endpoint";

export const updateCustomerCustomFieldValue = endpoint({
  route: "PUT /customers/{customer_id}/custom-fields/{id}",
  label: "Update Customer Custom Field Value",
  description: "Set a customer's value of one custom field.",
  guidance:
    "For several fields at once, use {updateCustomerCustomFieldValues}; to clear a value, {deleteCustomerCustomFieldValue}. Returns the value and its field.",
  inputs: { customer_id: customerId, id: customFieldId, value: customFieldValue },
  returns: setFieldValue,
  body: ({ value }, { id }) => ({ id, value }),
});
