import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { deletion } from "../../schemas/deletion";
import { defineAction } from "../defineAction";

export const deleteCustomer = defineAction({
  key: "deleteCustomer",
  label: "Delete Customer",
  description: "Delete a customer for good.",
  readOnly: false,
  inputs: { id: customerId },
  returns: deletion,
  async perform(gorgias, { id }) {
    await gorgias.delete(path`/customers/${id}`);
    return { id, deleted: true };
  },
});
