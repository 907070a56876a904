import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { relationships } from "../../inputs/tickets";
import { customer } from "../../schemas/customer";
import { defineAction } from "../defineAction";

export const getCustomer = defineAction({
  key: "getCustomer",
  label: "Get Customer",
  description: "Retrieve a customer.",
  readOnly: true,
  inputs: { id: customerId, relationships },
  returns: customer,
  perform: (gorgias, { id, relationships }) =>
    gorgias.get(path`/customers/${id}`, { relationships }),
});
