import { viewId } from "../../inputs/views";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteView = endpoint({
  route: "DELETE /views/{id}",
  label: "Delete View",
  description:
    "Delete a view for good, for everybody whom it is shared with. Its tickets stay. Gorgias' own views, such as Inbox, Unassigned and Trash, cannot be deleted.",
  guidance:
    "Whether a view is one of Gorgias' own is its category: system. Returns { id, deleted }.",
  inputs: { id: viewId },
  returns: deletion,
});
