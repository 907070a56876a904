import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { freeObject, id, orderBy, paging } from "../parameters";
import { teamShape } from "../shapes/team";
import { lifecycle } from "../shop/lifecycle";
import { deleteTeam, memberIds } from "../shop/staffChanges";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({ ...paging(), order_by: orderBy("created_datetime", "name") });

const name = z.string().min(1);

const optional = {
  description: z.string().nullable().exactOptional(),
  decoration: z
    .strictObject({ emoji: z.string().nullable().exactOptional() })
    .nullable()
    .exactOptional(),
  members: z
    .array(
      z.strictObject({
        id,
        name: z.string().nullable().exactOptional(),
        email: z.string().nullable().exactOptional(),
        meta: freeObject.nullable().exactOptional(),
      }),
    )
    .exactOptional(),
};

const createBody = z.strictObject({ ...optional, name });
const updateBody = z.strictObject({ ...optional, name: name.exactOptional() });

/** The teams that agents work in. */
export function teamRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change } = lifecycle(shop, shop.teams, "Team");
  /** A body as the record has it: members by their ids, all of them anew. */
  const patchOf = ({ members, decoration, ...plain }: z.output<typeof updateBody>) => ({
    ...plain,
    ...(decoration !== undefined && { decoration: decoration ?? {} }),
    ...(members && { memberIds: memberIds(shop, members) }),
  });

  serveCollection(api, context, {
    path: "/teams",
    records: shop.teams,
    shape: (team) => teamShape(shop, team),
    writtenBy: "admin",
    list: { query: listQuery },
    get: {},
    create: {
      body: createBody,
      make: (body, by) => {
        const given = patchOf(body);
        return create(
          (made) => ({
            ...made,
            description: null,
            decoration: {},
            memberIds: [],
            ...given,
            name: body.name,
          }),
          by,
        );
      },
    },
    update: { body: updateBody, change: (team, body, by) => change(team, patchOf(body), by) },
    remove: (team, by) => deleteTeam(shop, team, by),
  });
}
