import { required } from "../../fields/field";
import { additionalFields } from "../../inputs/common";
import { tagFields, tagName } from "../../inputs/tags";
import { tag } from "../../schemas/tag";
import { endpoint } from "../endpoint";
import { tagBody } from "./tagBody";

export const createTag = endpoint({
  route: "POST /tags",
  label: "Create Tag",
  description: "Create a tag.",
  guidance:
    "Look with {listTags} first whether it exists. To put it on a ticket, use {addTicketTags}. Returns the tag with its id.",
  inputs: {
    name: required(tagName),
    ...tagFields,
    additionalFields: additionalFields('{ "decoration": { "color": "#0693E3" } }'),
  },
  returns: tag,
  body: tagBody,
});
