import type { ActionGroup } from "../action";
import { createTag } from "./createTag";
import { deleteTag } from "./deleteTag";
import { deleteTags } from "./deleteTags";
import { getTag } from "./getTag";
import { listTags } from "./listTags";
import { mergeTags } from "./mergeTags";
import { updateTag } from "./updateTag";

/** Actions on tags. */
export const tags: ActionGroup = {
  title: "Tags",
  actions: { listTags, getTag, createTag, updateTag, deleteTag, deleteTags, mergeTags },
};
