import { customerId } from "../../inputs/customers";
import { fieldValues } from "../../schemas/customField";
import { operation } from "../action";
import { checkValues, customerValueInputs, updateValues } from "../customFields/updateValues";

export const updateCustomerCustomFieldValues = operation({
  route: "PUT /customers/{customer_id}/custom-fields",
  label: "Update Customer Custom Field Values",
  description:
    "Set a customer's values of several custom fields. Values that are not named stay as they are.",
  guidance: "Returns { data } with all values of the customer.",
  inputs: { customer_id: customerId, ...customerValueInputs },
  returns: { schema: fieldValues.schema, example: { data: fieldValues.example } },
  check: checkValues,
  perform: async (gorgias, { customer_id, ...values }) => ({
    data: await updateValues(
      gorgias,
      "Customer",
      `/customers/${customer_id}/custom-fields`,
      values,
    ),
  }),
});
