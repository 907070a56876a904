import { required } from "../../inputs/field";
import { ids } from "../../inputs/list";
import { deletions } from "../../schemas/deletion";
import { defineAction } from "../defineAction";

export const deleteCustomers = defineAction({
  key: "deleteCustomers",
  label: "Delete Customers",
  description: "Delete several customers for good.",
  readOnly: false,
  inputs: {
    ids: required(
      ids({
        label: "Customer IDs",
        example: "400746613",
        comments: "The IDs of the customers to delete.",
      }),
    ),
  },
  returns: deletions,
  async perform(gorgias, { ids }) {
    await gorgias.delete("/customers", { ids });
    return { ids, deleted: true };
  },
});
