import { customerId } from "../../inputs/customers";
import { customerFieldId } from "../../inputs/customFields";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteCustomerCustomFieldValue = endpoint({
  route: "DELETE /customers/{customer_id}/custom-fields/{id}",
  label: "Delete Customer Custom Field Value",
  description: "Delete a customer's value of a custom field. The field itself stays.",
  guidance: "Returns { id, deleted }.",
  inputs: { customer_id: customerId, id: customerFieldId },
  returns: deletion,
});
