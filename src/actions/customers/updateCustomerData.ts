import { datetime } from "../../fields/datetime";
import { clearable } from "../../fields/field";
import { anyJson } from "../../fields/json";
import { customerId } from "../../inputs/customers";
import { customerData } from "../../schemas/customer";
import { endpoint } from "../endpoint";

export const updateCustomerData = endpoint({
  route: "PUT /customers/{customer_id}/data",
  label: "Update Customer Data",
  description: "Set a customer's data.",
  directions:
    "Data takes the place of all that is there. To keep a part, read the customer first and send that part along.",
  guidance:
    "Replaces all the data that agents see beside the customer's tickets, such as orders of a shop. For name or channels, use {updateCustomer}. Returns nothing: {getCustomer} has the data, what an OAuth app wrote under external_data by the app's id.",
  inputs: {
    customer_id: customerId,
    data: clearable(
      anyJson({
        label: "Data",
        example: '{ "loyalty": { "tier": "gold", "points": 1240 } }',
        comments: "What your agents see beside the customer's tickets: any JSON value.",
      }),
    ),
    version: clearable(
      datetime({
        label: "Version",
        comments:
          "The date of this data. Gorgias ignores the request when it already has data of a later date.",
      }),
    ),
  },
  returns: customerData,
});
