import { widgetId } from "../../inputs/widgets";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteWidget = endpoint({
  route: "DELETE /widgets/{id}",
  label: "Delete Widget",
  description: "Delete a widget for good. It is gone for all agents.",
  guidance:
    "To hide it for a while, use {updateWidget} with deactivated_datetime. Returns { id, deleted }.",
  inputs: { id: widgetId },
  returns: deletion,
});
