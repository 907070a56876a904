import { path } from "../../client/address";
import { additionalFields } from "../../inputs/common";
import { customerFields, customerId } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { defineAction } from "../defineAction";

export const updateCustomer = defineAction({
  key: "updateCustomer",
  label: "Update Customer",
  description: "Update a customer. What is left blank stays as it is.",
  readOnly: false,
  inputs: { id: customerId, ...customerFields, additionalFields },
  returns: customer,
  perform: (gorgias, { id, additionalFields, ...fields }) =>
    gorgias.put(path`/customers/${id}`, { ...fields, ...additionalFields }),
});
