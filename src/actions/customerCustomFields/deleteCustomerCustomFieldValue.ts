import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { customFieldId } from "../../inputs/customFields";
import { deletion } from "../../schemas/deletion";
import { defineAction } from "../defineAction";

export const deleteCustomerCustomFieldValue = defineAction({
  key: "deleteCustomerCustomFieldValue",
  label: "Delete Customer Custom Field Value",
  description: "Delete a customer's value of a custom field. The field itself stays.",
  readOnly: false,
  inputs: { customer_id: customerId, id: customFieldId },
  returns: deletion,
  async perform(gorgias, { customer_id, id }) {
    await gorgias.delete(path`/customers/${customer_id}/custom-fields/${id}`);
    return { id, deleted: true };
  },
});
