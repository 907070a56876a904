import { additionalFields } from "../../inputs/common";
import { tagFields, tagId, tagName } from "../../inputs/tags";
import { tag } from "../../schemas/tag";
import { endpoint } from "../endpoint";
import { tagBody } from "./tagBody";

export const updateTag = endpoint({
  route: "PUT /tags/{id}",
  label: "Update Tag",
  description:
    "Update a tag. What is left blank stays as it is. Every ticket that carries the tag shows the change.",
  guidance:
    "For the tags of one ticket, use {addTicketTags} or {removeTicketTags}. Returns the tag.",
  inputs: {
    id: tagId,
    name: tagName,
    ...tagFields,
    additionalFields: additionalFields('{ "decoration": null }'),
  },
  returns: tag,
  body: tagBody,
});
