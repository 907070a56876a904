import { z } from "zod";
import type { Api, RouteContext } from "../api";
import type { ItemsPage } from "../pages";
import { digits, idText, paging } from "../parameters";
import { invalid } from "../problem";
import { ticketInView } from "../shapes/ticket";
import type { Query, ViewOrder } from "../shop/records/view";
import { sees } from "../shop/viewAccess";
import { inOrder, isInView } from "../shop/viewTickets";
import { queryFields, VIEW_ORDER_NAMES } from "../viewQuery";

const ORDERS = VIEW_ORDER_NAMES.flatMap((name) => [`${name}:asc`, `${name}:desc`] as const);

/** All of it in the query, with PUT too (`docs/gorgias-api.md`, "Views"). */
const querystring = z.strictObject({
  ...paging(),
  direction: z.enum(["next", "prev"]).default("next"),
  ignored_item: idText.optional(),
  order_by: z.enum(ORDERS).optional(),
});

const savedPath = z.object({ viewId: idText });

/** 0 stands for a view that is not saved (`docs/gorgias-api.md`, "Views"). */
const anyPath = z.object({ viewId: digits });

const body = z.strictObject({
  view: z
    .strictObject({ ...queryFields, category: z.string().nullable().exactOptional() })
    .optional(),
});

/** The tickets of a view: of a saved one as it is or changed for once, or of one not saved. */
export function viewItemRoutes(api: Api, { shop, pages }: RouteContext): void {
  const saved = (viewId: number, userId: number | null) =>
    shop.views.one(viewId, (view) => sees(shop, view, userId));
  const page = (
    viewId: number,
    view: Query,
    query: z.output<typeof querystring>,
    userId: number | null,
  ): ItemsPage => {
    const held = query.cursor === undefined ? undefined : pages.orderOf(query.cursor);
    const order = query.order_by ?? held ?? `${view.order_by}:${view.order_dir}`;
    const name = order.replace(/:(asc|desc)$/, "") as ViewOrder;
    return pages.items(
      `/api/views/${viewId}/items/`,
      { ...query, order_by: order },
      {
        ...inOrder(shop, name, isInView(shop, view, userId)),
        shape: (ticket) => ticketInView(shop, ticket),
      },
    );
  };

  api.get(
    "/views/:viewId/items",
    { schema: { params: savedPath, querystring } },
    ({ params, query, userId }) => page(params.viewId, saved(params.viewId, userId), query, userId),
  );

  api.put(
    "/views/:viewId/items",
    { schema: { params: anyPath, querystring, body }, config: READS },
    ({ params, query, body: { view }, userId }) => {
      const base = params.viewId === 0 ? UNSAVED : saved(params.viewId, userId);
      if (params.viewId === 0 && view === undefined) {
        throw invalid("view", "Missing data for required field.");
      }
      return page(params.viewId, { ...base, ...view }, query, userId);
    },
  );
}

/** It reads, although it is a PUT. */
const READS = { needs: "observer-agent", scope: "tickets:read" } as const;

/** What a view that is not saved leaves unsaid. */
const UNSAVED: Query = {
  filters: "",
  search: null,
  order_by: "updated_datetime",
  order_dir: "desc",
};
