import { required } from "../../fields/field";
import { ids } from "../../fields/list";
import { deletions } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteCustomers = endpoint({
  route: "DELETE /customers",
  label: "Delete Customers",
  description:
    "Delete several customers for good, which cannot be undone. If it fails, some of them may be gone all the same: look before you run it again.",
  directions:
    "This cannot be undone. If the step fails, look which of the customers are still there before you run it again.",
  guidance: "Returns { ids, deleted }.",
  inputs: {
    ids: required(
      ids({
        label: "Customer IDs",
        dataSource: "selectCustomer",
        example: "400746613",
        comments: "The IDs of the customers to delete.",
      }),
    ),
  },
  returns: deletions,
});
