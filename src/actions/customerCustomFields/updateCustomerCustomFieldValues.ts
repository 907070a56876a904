import { customerId } from "../../inputs/customers";
import { customFieldRows, customFields } from "../../inputs/customFields";
import { fieldValues } from "../../schemas/customField";
import { checkValues, givenValues } from "../customFields/givenValues";
import { endpoint } from "../endpoint";

export const updateCustomerCustomFieldValues = endpoint({
  route: "PUT /customers/{customer_id}/custom-fields",
  label: "Update Customer Custom Field Values",
  description:
    "Set a customer's values of several custom fields. Values that are not named stay as they are.",
  guidance: "Returns { data } with all values of the customer.",
  inputs: {
    customer_id: customerId,
    custom_fields: customFields,
    customFieldValues: customFieldRows,
  },
  returns: fieldValues,
  check: checkValues,
  body: givenValues,
});
