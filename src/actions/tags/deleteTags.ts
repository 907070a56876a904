import { tagIds } from "../../inputs/tags";
import { deletions } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTags = endpoint({
  route: "DELETE /tags",
  label: "Delete Tags",
  description:
    "Delete several tags for good. Tickets lose them, and views that use one are switched off. Gorgias refuses tags that a macro or a rule uses. If it fails, some of them may be gone all the same: look before you run it again.",
  directions:
    "The tags are gone for good, from all tickets. If the step fails, look which of them are still there before you run it again.",
  guidance: "Returns { ids, deleted }.",
  inputs: { ids: tagIds },
  returns: deletions,
});
