import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { customFieldRows, customFields, givenValues } from "../../inputs/customFields";
import { fieldValues } from "../../schemas/customField";
import { defineAction } from "../defineAction";

export const updateCustomerCustomFieldValues = defineAction({
  key: "updateCustomerCustomFieldValues",
  label: "Update Customer Custom Field Values",
  description:
    "Set a customer's values of several custom fields. Values that are not named stay as they are.",
  readOnly: false,
  inputs: {
    customer_id: customerId,
    custom_fields: customFields,
    customFieldValues: customFieldRows,
  },
  returns: fieldValues,
  async perform(gorgias, { customer_id, custom_fields, customFieldValues }) {
    return gorgias.put(
      path`/customers/${customer_id}/custom-fields`,
      givenValues(custom_fields, customFieldValues),
    );
  },
});
