import { additionalFields } from "../../inputs/common";
import { customerFields } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { wholeSet } from "../customFields/sentValues";
import { endpoint, withAdditionalFields } from "../endpoint";

export const createCustomer = endpoint({
  route: "POST /customers",
  label: "Create Customer",
  description: "Create a customer.",
  guidance:
    "Look with {search} first whether the customer exists already: an e-mail address or external_id in use is refused with 409. Returns the new customer with its id.",
  inputs: { ...customerFields, additionalFields },
  returns: customer,
  body: async (values, _, gorgias) =>
    withAdditionalFields({
      ...values,
      custom_fields: await wholeSet(gorgias, "Customer", values.custom_fields),
    }),
});
