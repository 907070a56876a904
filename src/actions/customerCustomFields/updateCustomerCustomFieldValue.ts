import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { customFieldId, customFieldValue } from "../../inputs/customFields";
import { setFieldValue } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const updateCustomerCustomFieldValue = defineAction({
  key: "updateCustomerCustomFieldValue",
  label: "Update Customer Custom Field Value",
  description: "Set a customer's value of one custom field.",
  readOnly: false,
  inputs: { customer_id: customerId, id: customFieldId, value: customFieldValue },
  returns: setFieldValue,
  perform: (gorgias, { customer_id, id, value }) =>
    gorgias.put(path`/customers/${customer_id}/custom-fields/${id}`, { id, value }),
});
