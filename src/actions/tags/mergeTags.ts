import { isObject } from "../../client/json";
import { mergeDestination, mergeSources } from "../../inputs/tags";
import { tag } from "../../schemas/tag";
import { endpoint } from "../endpoint";

export const mergeTags = endpoint({
  route: "PUT /tags/{destination_tag_id}/merge",
  label: "Merge Tags",
  description:
    "Merge tags into another one. Their tickets get that tag in their place, and the merged tags are gone for good.",
  directions: "This cannot be undone: the source tags are gone afterwards, from every ticket.",
  guidance: "Returns the tag that stays.",
  inputs: { destination_tag_id: mergeDestination, source_tags_ids: mergeSources },
  returns: tag,
  answer: (answered, { destination_tag_id: id }) =>
    (isObject(answered) ? answered : { id }) as typeof tag.example,
  check({ destination_tag_id, source_tags_ids }, { refuse, nameOf }) {
    if (source_tags_ids.includes(destination_tag_id)) {
      refuse(
        "source_tags_ids",
        `has ${destination_tag_id} in it, the tag that is to stay as ${nameOf("destination_tag_id")}.`,
      );
    }
  },
});
