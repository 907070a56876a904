import { customerId } from "../../inputs/customers";
import { relationships } from "../../inputs/tickets";
import { customer } from "../../schemas/customer";
import { endpoint } from "../endpoint";

export const getCustomer = endpoint({
  route: "GET /customers/{id}",
  label: "Get Customer",
  description: "Retrieve a customer.",
  important: true,
  guidance: "Returns channels, note, meta and data as well. To find somebody, use {search}.",
  inputs: { id: customerId, relationships },
  returns: customer,
});
