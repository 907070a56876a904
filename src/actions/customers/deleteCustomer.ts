import { customerId } from "../../inputs/customers";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteCustomer = endpoint({
  route: "DELETE /customers/{id}",
  label: "Delete Customer",
  description: "Delete a customer for good.",
  directions:
    "This cannot be undone. To bring two records of one person together, use Merge Customers.",
  guidance:
    "To bring two records of one person together, use {mergeCustomers} instead. Returns { id, deleted }.",
  inputs: { id: customerId },
  returns: deletion,
});
