import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { booleanText, idPath, orderBy, paging, repeated } from "../parameters";
import { ruleShape, tagShape, teamShape, userShape, viewShape } from "../shapes/workspace";
import type { Shop } from "../shop";
import { SortedIndex } from "../shop/sortedIndex";

const usersQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime"),
  email: z.email().optional(),
  external_id: z.string().optional(),
  search: z.string().optional(),
  available_first: booleanText.optional(),
  roles: repeated(z.string()),
});

const byUsage = ["usage:asc,name:asc", "usage:desc,name:desc"];
const tagsQuery = z.strictObject({
  ...paging(),
  order_by: z.union([z.enum(byUsage), orderBy("created_datetime", "name")]),
  search: z.string().optional(),
});

const teamsQuery = z.strictObject({ ...paging(), order_by: orderBy("created_datetime", "name") });

/** Views and rules say 100 where other lists say 30 (`gorgias-api/notes.md`). */
const longQuery = z.strictObject({ ...paging(100), order_by: orderBy("created_datetime") });

/** The people, teams, tags, views and rules of the account: list and get. */
export function workspaceRoutes(app: Api, { shop, pages }: RouteContext): void {
  const one = { schema: { params: idPath } };

  app.get("/users", { schema: { querystring: usersQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records: shop.users.orderedBy(query.order_by),
      where: (user) =>
        (query.email === undefined || user.email === query.email) &&
        (query.external_id === undefined || user.external_id === query.external_id) &&
        (query.roles === undefined || query.roles.includes(user.role)) &&
        contains(`${user.name} ${user.email}`, query.search),
      shape: userShape,
    }),
  );
  app.get("/users/:id", one, ({ params }) => userShape(shop.users.one(params.id)));

  app.get("/teams", { schema: { querystring: teamsQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records: shop.teams.orderedBy(query.order_by),
      shape: (team) => teamShape(shop, team),
    }),
  );
  app.get("/teams/:id", one, ({ params }) => teamShape(shop, shop.teams.one(params.id)));

  app.get("/tags", { schema: { querystring: tagsQuery } }, ({ url, query }) => {
    const usage = usageOfTags(shop);
    const padded = (id: number) => String(usage.get(id) ?? 0).padStart(9, "0");
    return pages.answer(url, query, {
      records: byUsage.includes(query.order_by)
        ? new SortedIndex((tag) => `${padded(tag.id)} ${tag.name}`, shop.tags.values())
        : shop.tags.orderedBy(query.order_by),
      where: (tag) => contains(tag.name, query.search),
      shape: (tag) => tagShape(tag, usage.get(tag.id) ?? 0),
    });
  });
  app.get("/tags/:id", one, ({ params }) => {
    const tag = shop.tags.one(params.id);
    return tagShape(tag, usageOfTags(shop).get(tag.id) ?? 0);
  });

  app.get("/views", { schema: { querystring: longQuery } }, ({ url, query }) =>
    pages.answer(url, query, { records: shop.views.orderedBy(query.order_by), shape: viewShape }),
  );
  app.get("/views/:id", one, ({ params }) => viewShape(shop.views.one(params.id)));

  app.get("/rules", { schema: { querystring: longQuery } }, ({ url, query }) =>
    pages.answer(url, query, { records: shop.rules.orderedBy(query.order_by), shape: ruleShape }),
  );
  app.get("/rules/:id", one, ({ params }) => ruleShape(shop.rules.one(params.id)));
}

/** How many tickets carry each tag. */
function usageOfTags(shop: Shop): Map<number, number> {
  const usage = new Map<number, number>();
  for (const ticket of shop.tickets.values()) {
    for (const id of ticket.tagIds) usage.set(id, (usage.get(id) ?? 0) + 1);
  }
  return usage;
}

function contains(text: string, wanted = ""): boolean {
  return text.toLowerCase().includes(wanted.toLowerCase());
}
