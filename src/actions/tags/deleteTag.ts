import { tagId } from "../../inputs/tags";
import { deletion } from "../../schemas/deletion";
import { endpoint } from "../endpoint";

export const deleteTag = endpoint({
  route: "DELETE /tags/{id}",
  label: "Delete Tag",
  description:
    "Delete a tag for good. Tickets lose it, and views that use it are switched off. Gorgias refuses it while a macro or a rule uses the tag.",
  directions:
    "The tag is gone for good, from all tickets. To take it off one ticket, use Remove Ticket Tags.",
  guidance:
    "To take it off one ticket, use {removeTicketTags}. To replace it by another, use {mergeTags}. Returns { id, deleted }.",
  inputs: { id: tagId },
  returns: deletion,
});
