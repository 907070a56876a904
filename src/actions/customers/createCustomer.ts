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
    "Look with {search} first: an e-mail address or external_id in use is refused (409). Returns the customer with its id.",
  inputs: {
    ...customerFields,
    additionalFields: additionalFields('{ "meta": { "tier": "gold" } }'),
  },
  returns: customer,
  check(values, { refuse }) {
    const others = Object.values(values.additionalFields ?? {});
    const keys = Object.keys(customerFields) as (keyof typeof customerFields)[];
    if ([...keys.map((key) => values[key]), ...others].every((one) => one === undefined)) {
      refuse("email", "is blank, and so is everything else: fill in at least one input.");
    }
  },
  body: bodyWithValues("Customer"),
});
