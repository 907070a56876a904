import { additionalFields } from "../../inputs/common";
import { customerFields } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { bodyWithValues } from "../customFields/wholeSet";
import { endpoint } from "../endpoint";

export const createCustomer = endpoint({
  route: "POST /customers",
  label: "Create Customer",
  description: "Create a customer.",
  guidance:
    "Look with {search} first whether the customer exists already: an e-mail address or external_id in use is refused with 409. Returns the new customer with its id.",
  inputs: { ...customerFields, additionalFields },
  returns: customer,
  body: bodyWithValues("Customer"),
});
