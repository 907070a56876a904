import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { idPath, orderBy, paging } from "../parameters";
import { tagShape } from "../shapes/tag";
import type { Shop } from "../shop";
import { SortedIndex } from "../shop/sortedIndex";
import { serveCollection } from "./collection";

const byUsage = ["usage:asc,name:asc", "usage:desc,name:desc"];

const listQuery = z.strictObject({
  ...paging(),
  order_by: z.union([z.enum(byUsage), orderBy("created_datetime", "name")]),
  search: z.string().optional(),
});

/** The tags that tickets carry, and those of one ticket. */
export function tagRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/tags",
    records: shop.tags,
    shape: (tag) => tagShape(tag, usageOfTags(shop).get(tag.id) ?? 0),
    list: {
      query: listQuery,
      select: (query) => {
        const usage = usageOfTags(shop);
        const padded = (id: number) => String(usage.get(id) ?? 0).padStart(9, "0");
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
  });

  api.get("/tickets/:id/tags", { schema: { params: idPath } }, ({ params }) => ({
    data: shop.tickets.one(params.id).tagIds.flatMap((id) => {
      const tag = shop.tags.get(id);
      return tag === undefined ? [] : tagShape(tag, usageOfTags(shop).get(id) ?? 0);
    }),
  }));
}

/** How many tickets carry each tag. */
function usageOfTags(shop: Shop): Map<number, number> {
  const usage = new Map<number, number>();
  for (const ticket of shop.tickets.values()) {
    for (const id of ticket.tagIds) usage.set(id, (usage.get(id) ?? 0) + 1);
  }
  return usage;
}
