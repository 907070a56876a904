import { newWidgetFields } from "../../inputs/widgets";
import { widget } from "../../schemas/widget";
import { endpoint } from "../endpoint";

export const createWidget = endpoint({
  route: "POST /widgets",
  label: "Create Widget",
  description: "Create a widget, which shows agents data beside a ticket or a customer.",
  guidance:
    "Agents see it for every ticket or customer that has such data. For data of your own, set it with {updateCustomerData} and use the type customer_external_data. Returns the new widget with its id.",
  inputs: newWidgetFields,
  returns: widget,
});
