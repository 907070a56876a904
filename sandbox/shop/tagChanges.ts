import { invalid, taken } from "../problem";
import type { Shop } from "./index";
import { lifecycle } from "./lifecycle";
import type { Tag } from "./records/tag";
import { refuseUsedTag, usesTag } from "./uses";

/** What a request may say about a tag. A field left out stays as it is. */
export interface TagInput {
  name?: string;
  description?: string | null;
  decoration?: { color?: string | null } | null;
}

/** Makes a tag; 409 when there is one of that name, upper and lower case apart. */
export function createTag(
  shop: Shop,
  { name, description = null, decoration }: TagInput & { name: string },
  by: number | null,
): Tag {
  refuseTaken(shop, name, undefined);
  const color = decoration?.color ?? null;
  const { create } = lifecycle(shop, shop.tags, "Tag");
  return create((given) => ({ ...given, name, description, color }), by);
}

/** The tag of that name; a name that is new becomes a new tag. */
export function tagNamed(
  shop: Shop,
  { name, decoration = null }: TagInput & { name: string },
  by: number | null,
): Tag {
  const known = shop.tags.owner("name", name);
  return known ?? createTag(shop, { name, decoration }, by);
}

/** Changes a tag; a new name is an event of its own. */
export function updateTag(
  shop: Shop,
  tag: Tag,
  { decoration, ...plain }: TagInput,
  by: number | null,
): Tag {
  if (plain.name !== undefined) refuseTaken(shop, plain.name, tag);
  const renamed = plain.name !== undefined && plain.name !== tag.name;
  const color = decoration === undefined ? tag.color : (decoration?.color ?? null);
  lifecycle(shop, shop.tags, "Tag").change(tag, { ...plain, color }, by);
  if (renamed) shop.record("tag-renamed", { type: "Tag", id: tag.id }, by);
  return tag;
}

/** Takes a tag from its tickets and away; views that speak of it are switched off. */
export function deleteTag(shop: Shop, tag: Tag, by: number | null): void {
  replaceTag(shop, tag, []);
  lifecycle(shop, shop.tags, "Tag").remove(tag, by);
}

/** Makes one tag of several: the tickets of the sources carry the target, the sources are gone. */
export function mergeTags(
  shop: Shop,
  sourceIds: readonly number[],
  target: Tag,
  by: number | null,
): Tag {
  const sources = sourceIds.map((id, index) => {
    const tag = shop.tags.get(id);
    if (tag === target || tag === undefined) {
      const reason = tag === target ? "A tag cannot be merged into itself." : `No tag ${id}.`;
      throw invalid(`source_tags_ids.${index}`, reason);
    }
    return tag;
  });
  for (const source of sources) refuseUsedTag(shop, source);
  for (const source of new Set(sources)) {
    replaceTag(shop, source, [target.id]);
    shop.tags.remove(source);
  }
  const data = { source_ids: [...new Set(sourceIds)] };
  shop.record("tag-merged", { type: "Tag", id: target.id }, by, data);
  return target;
}

/** Tickets carry the replacement instead, and views that speak of the tag are switched off. */
function replaceTag(shop: Shop, tag: Tag, replacement: readonly number[]): void {
  for (const ticket of shop.tickets.values()) {
    if (!ticket.tagIds.includes(tag.id)) continue;
    const kept = ticket.tagIds.flatMap((id) => (id === tag.id ? replacement : id));
    ticket.tagIds = [...new Set(kept)];
  }
  for (const view of shop.views.values()) {
    if (usesTag(view.filters, tag)) view.deactivated_datetime ??= shop.stamp();
  }
}

function refuseTaken(shop: Shop, name: string, self: Tag | undefined): void {
  const owner = shop.tags.owner("name", name);
  if (owner !== undefined && owner !== self) throw taken("name", name);
}
