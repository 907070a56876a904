import { InputError } from "../../client/errors";
import { additionalFields } from "../../inputs/common";
import { mergeFields, mergeSourceId, mergeTargetId } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { defineAction } from "../defineAction";

export const mergeCustomers = defineAction({
  key: "mergeCustomers",
  label: "Merge Customers",
  description: "Merge one customer into another. The first is gone afterwards.",
  readOnly: false,
  inputs: {
    source_id: mergeSourceId,
    target_id: mergeTargetId,
    ...mergeFields,
    additionalFields,
  },
  returns: customer,
  async perform(gorgias, { source_id, target_id, additionalFields, ...fields }) {
    if (source_id === target_id) {
      throw new InputError("Target ID", "is the same customer as Source ID.");
    }
    return gorgias.put(
      "/customers/merge",
      { ...fields, ...additionalFields },
      { source_id, target_id },
    );
  },
});
