import { isoFromMicros } from "../clock";
import type { Tag } from "../shop/records/tag";

/** A tag, and how many tickets carry it. */
export function tagShape(tag: Tag, usage: number) {
  return {
    id: tag.id,
    uri: `/api/tags/${tag.id}/`,
    name: tag.name,
    description: tag.description,
    decoration: tag.color === null ? null : { color: tag.color },
    usage,
    created_datetime: isoFromMicros(tag.created_datetime),
    deleted_datetime: null,
  };
}
