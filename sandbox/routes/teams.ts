import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { orderBy, paging } from "../parameters";
import { teamShape } from "../shapes/team";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({ ...paging(), order_by: orderBy("created_datetime", "name") });

/** The teams that agents work in. */
export function teamRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/teams",
    records: shop.teams,
    shape: (team) => teamShape(shop, team),
    list: { query: listQuery },
    get: {},
  });
}
