import { viewId } from "../../inputs/views";
import { view } from "../../schemas/view";
import { endpoint } from "../endpoint";

export const getView = endpoint({
  route: "GET /views/{id}",
  label: "Get View",
  description: "Retrieve a view.",
  guidance:
    "Returns the view with its filters and order, not its tickets: those are listed by {listViewItems}.",
  inputs: { id: viewId },
  returns: view,
});
