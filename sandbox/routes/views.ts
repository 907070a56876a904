import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { id, orderBy, paging } from "../parameters";
import { invalid, Problem } from "../problem";
import { viewShape } from "../shapes/view";
import { lifecycle } from "../shop/lifecycle";
import { VISIBILITIES, type View } from "../shop/records/view";
import { refuseBelow } from "../shop/roles";
import { sees } from "../shop/viewAccess";
import { queryFields } from "../viewQuery";
import { serveCollection } from "./collection";

/** Views say 100 where other lists say 30 (`docs/gorgias-api.md`, "Lists"). */
const listQuery = z.strictObject({ ...paging(100), order_by: orderBy("created_datetime") });

const body = z.strictObject({
  ...queryFields,
  name: z.string().min(1).exactOptional(),
  visibility: z.enum(VISIBILITIES).exactOptional(),
  decoration: z
    .strictObject({ emoji: z.string().nullable().exactOptional() })
    .nullable()
    .exactOptional(),
  section_id: id.exactOptional(),
  shared_with_teams: z.array(id).max(100).exactOptional(),
  shared_with_users: z.array(id).max(100).exactOptional(),
});

/** Views of tickets. */
export function viewRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change, remove } = lifecycle(shop, shop.views, "View");

  /** Everybody keeps private views, leads the others. */
  const refuseUnlessOwn = ({ visibility }: Pick<View, "visibility">, by: number | null) => {
    if (visibility !== "private") refuseBelow(shop, "agent", by);
  };

  /** A view's fields as a body gives them: whom it is shared with, by their ids. */
  const patchOf = ({
    type: _,
    shared_with_teams: teamIds,
    shared_with_users: userIds,
    ...rest
  }: z.output<typeof body>): Partial<View> => {
    refuseUnknown("shared_with_teams", teamIds, (given) => shop.teams.get(given));
    refuseUnknown("shared_with_users", userIds, (given) => shop.users.get(given));
    return { ...rest, ...(teamIds && { teamIds }), ...(userIds && { userIds }) };
  };

  serveCollection(api, context, {
    path: "/views",
    records: shop.views,
    shape: (view) => viewShape(shop, view),
    visible: (view, by) => sees(shop, view, by),
    writtenBy: "observer-agent",
    list: { query: listQuery },
    get: {},
    create: {
      body,
      make: (given, by) => {
        const view = { ...BLANK, ...patchOf(given), ownerId: by };
        refuseUnlessOwn(view, by);
        return create((made) => ({ ...view, ...made }), by);
      },
    },
    update: {
      body,
      change: (view, given, by) => {
        const patch = patchOf(given);
        refuseUnlessOwn(view, by);
        refuseUnlessOwn({ ...view, ...patch }, by);
        const becomesPrivate = patch.visibility === "private" && view.visibility !== "private";
        return change(view, { ...patch, ...(becomesPrivate && { ownerId: by }) }, by);
      },
    },
    remove: (view, by) => {
      refuseUnlessOwn(view, by);
      if (view.category === "system") throw new Problem(403, "System views cannot be deleted.");
      remove(view, by);
    },
  });
}

/** A new view that says nothing of itself (`docs/gorgias-api.md`, "Views"). */
const BLANK: Omit<View, "id" | "ownerId" | "created_datetime" | "updated_datetime"> = {
  name: "New view",
  category: "user",
  visibility: "public",
  decoration: null,
  fields: ["details", "tags", "customer", "last_message"],
  filters: "",
  search: null,
  section_id: null,
  teamIds: [],
  userIds: [],
  order_by: "updated_datetime",
  order_dir: "desc",
  deactivated_datetime: null,
};

function refuseUnknown(
  field: string,
  ids: readonly number[] | undefined,
  find: (id: number) => object | undefined,
): void {
  const at = ids?.findIndex((given) => find(given) === undefined) ?? -1;
  if (at >= 0) throw invalid(`${field}.${at}`, `Nobody has the id ${ids?.[at]}.`);
}
