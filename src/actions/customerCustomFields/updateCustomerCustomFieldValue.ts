import { customerId } from "../../inputs/customers";
import { customerFieldId, customFieldValue } from "../../inputs/customFields";
import { fieldValue } from "../../schemas/customField";
import { sentValue } from "../customFields/sentValues";
import { endpoint } from "../endpoint";

export const updateCustomerCustomFieldValue = endpoint({
  route: "PUT /customers/{customer_id}/custom-fields/{id}",
  label: "Update Customer Custom Field Value",
  description: "Set a customer's value of one custom field.",
  guidance: "For several, use {updateCustomerCustomFieldValues}. Returns the value and its field.",
  inputs: {
    customer_id: customerId,
    id: customerFieldId,
    value: customFieldValue("Delete Customer Custom Field Value", "Birch Outdoor"),
  },
  returns: fieldValue,
  body: (_, { id, value }, gorgias) => sentValue(gorgias, "Customer", id, value),
});
