import { additionalFields } from "../../inputs/common";
import { customerFields, customerId } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { bodyWithValues, refuseEmptyValues } from "../customFields/wholeSet";
import { endpoint } from "../endpoint";

export const updateCustomer = endpoint({
  route: "PUT /customers/{id}",
  label: "Update Customer",
  description: "Update a customer. What is left blank stays as it is.",
  directions:
    "Channels, Custom Fields and Meta take the place of all that the customer has. To set some custom fields and keep the others, use Update Customer Custom Field Values.",
  guidance:
    "channels, custom_fields and meta replace all that the customer has: send along what is to stay. Returns the customer.",
  inputs: {
    id: customerId,
    ...customerFields,
    additionalFields: additionalFields('{ "external_id": null }'),
  },
  returns: customer,
  check: (values, refuser) => refuseEmptyValues("Customer", values, refuser),
  body: bodyWithValues("Customer"),
});
