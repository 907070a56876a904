import { path } from "../../client/address";
import { customerId } from "../../inputs/customers";
import { datetime } from "../../inputs/datetime";
import { required } from "../../inputs/field";
import { json } from "../../inputs/json";
import { anything } from "../../inputs/shapes";
import { customerData } from "../../schemas/customer";
import { defineAction } from "../defineAction";

export const updateCustomerData = defineAction({
  key: "updateCustomerData",
  label: "Update Customer Data",
  description: "Set a customer's data.",
  readOnly: false,
  inputs: {
    customer_id: customerId,
    data: required(
      json(anything, {
        label: "Data",
        example: '{ "loyalty": { "tier": "gold", "points": 1240 } }',
        comments: "What your agents see beside the customer's tickets: any JSON value.",
      }),
    ),
    version: datetime({
      label: "Version",
      comments:
        "The date of this data. Gorgias ignores the request when it already has data of a later date.",
    }),
  },
  returns: customerData,
  perform: (gorgias, { customer_id, data, version }) =>
    gorgias.put(path`/customers/${customer_id}/data`, { data, version }),
});
