import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { id, idPath, orderBy, paging } from "../parameters";
import { tagShape } from "../shapes/tag";
import { SortedIndex } from "../shop/sortedIndex";
import { createTag, deleteTag, mergeTags, updateTag } from "../shop/tagChanges";
import { usageOfTags } from "../shop/tagUsage";
import { refuseUsedTag } from "../shop/uses";
import { serveCollection } from "./collection";

const byUsage = ["usage:asc,name:asc", "usage:desc,name:desc"];

const listQuery = z.strictObject({
  ...paging(),
  order_by: z.union([z.enum(byUsage), orderBy("created_datetime", "name")]),
  search: z.string().optional(),
});

/** The longest values are those of `docs/gorgias-api.md`, "Tags". */
const name = z.string().min(1).max(256);
const description = z.string().max(1024);
const decoration = z.strictObject({
  color: z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, "Not a colour such as #2d7ff9."),
});

const createBody = z.strictObject({
  name,
  description: description.exactOptional(),
  decoration: decoration.exactOptional(),
});

const updateBody = z.strictObject({
  name: name.exactOptional(),
  description: description.nullable().exactOptional(),
  decoration: decoration.nullable().exactOptional(),
});

const mergeBody = z.strictObject({ source_tags_ids: z.array(id).min(1) });

/** The tags that tickets carry. */
export function tagRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/tags",
    records: shop.tags,
    shape: (tag) => tagShape(tag, usageOfTags(shop).get(tag.id) ?? 0),
    writtenBy: "agent",
    list: {
      query: listQuery,
      select: (query) => {
        const usage = usageOfTags(shop);
        const padded = (tagId: number) => String(usage.get(tagId) ?? 0).padStart(9, "0");
        const search = query.search?.toLowerCase() ?? "";
        return {
          where: (tag) => tag.name.toLowerCase().includes(search),
          shape: (tag) => tagShape(tag, usage.get(tag.id) ?? 0),
          ...(byUsage.includes(query.order_by) && {
            records: new SortedIndex((tag) => `${padded(tag.id)} ${tag.name}`, shop.tags.values()),
          }),
        };
      },
    },
    get: {},
    create: { body: createBody, make: (body, by) => createTag(shop, body, by) },
    update: { body: updateBody, change: (tag, body, by) => updateTag(shop, tag, body, by) },
    removable: (tag) => refuseUsedTag(shop, tag),
    remove: (tag, by) => deleteTag(shop, tag, by),
    removeSeveral: true,
  });

  const schema = { params: idPath, body: mergeBody };
  api.put("/tags/:id/merge", { schema, config: { needs: "agent" } }, (request) => {
    const target = shop.tags.one(request.params.id);
    mergeTags(shop, request.body.source_tags_ids, target, request.userId);
    return tagShape(target, usageOfTags(shop).get(target.id) ?? 0);
  });
}
