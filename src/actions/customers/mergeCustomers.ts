import { additionalFields } from "../../inputs/common";
import { mergeFields, mergeSourceId, mergeTargetId } from "../../inputs/customers";
import { customer } from "../../schemas/customer";
import { endpoint } from "../endpoint";

export const mergeCustomers = endpoint({
  route: "PUT /customers/merge{?source_id,target_id}",
  label: "Merge Customers",
  description:
    "Merge one customer into another. Tickets and channels of the first go to the second, and the first is gone for good. Gorgias may ignore what else is filled in, and refuses two that both have data of the same integration.",
  directions:
    "This cannot be undone: the customer of Source ID is gone afterwards. Check that it is not the one who is to stay.",
  guidance:
    "Leave the other arguments out, and use {updateCustomer} afterwards. Returns the customer who stays.",
  inputs: {
    source_id: mergeSourceId,
    target_id: mergeTargetId,
    ...mergeFields,
    additionalFields: additionalFields('{ "note": null }'),
  },
  returns: customer,
  check({ source_id, target_id }, { refuse, nameOf }) {
    if (source_id === target_id) {
      refuse("target_id", `is the same customer as ${nameOf("source_id")}.`);
    }
  },
});
