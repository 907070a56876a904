import { tagId } from "../../inputs/tags";
import { tag } from "../../schemas/tag";
import { endpoint } from "../endpoint";

export const getTag = endpoint({
  route: "GET /tags/{id}",
  label: "Get Tag",
  description: "Retrieve a tag.",
  guidance: "To find one by name, use {listTags}. usage says how many tickets carry it.",
  inputs: { id: tagId },
  returns: tag,
});
