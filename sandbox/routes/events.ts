import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";
import { datetime, idText, orderBy, paging, repeated } from "../parameters";
import { EVENT_OBJECTS, type Event } from "../shop/records/event";
import { serveCollection } from "./collection";

const moment = datetime.optional();

/** Events alone have a date filter, `created_datetime[gte]=…` (`docs/gorgias-api.md`, "Lists"). */
const listQuery = z
  .strictObject({
    ...paging(),
    order_by: orderBy("created_datetime"),
    object_id: idText.optional(),
    object_type: z.enum(EVENT_OBJECTS).optional(),
    user_ids: repeated(idText),
    types: repeated(z.string()),
    "created_datetime[gt]": moment,
    "created_datetime[gte]": moment,
    "created_datetime[lt]": moment,
    "created_datetime[lte]": moment,
  })
  .refine((query) => query.object_type === undefined || query.object_id !== undefined, {
    path: ["object_id"],
    error: "Required together with object_type.",
  });

/** What happened in the account. */
export function eventRoutes(api: Api, context: RouteContext): void {
  serveCollection(api, context, {
    path: "/events",
    records: context.shop.events,
    shape: eventShape,
    list: { query: listQuery, select: (query) => ({ where: eventFilter(query) }) },
    get: {},
  });
}

/** An event, with its documented fields (`docs/gorgias-api.md`, "Events"). */
function eventShape(event: Event) {
  return {
    id: event.id,
    type: event.type,
    object_type: event.object_type,
    object_id: event.object_id,
    user_id: event.user_id,
    context: `00000000-0000-4000-8000-${event.id.toString(16).padStart(12, "0")}`,
    data: event.data,
    created_datetime: isoFromMicros(event.created_datetime),
    uri: `/api/events/${event.id}/`,
  };
}

function eventFilter(query: z.output<typeof listQuery>): (event: Event) => boolean {
  const {
    "created_datetime[gt]": gt = -1,
    "created_datetime[gte]": gte = 0,
    "created_datetime[lt]": lt = Number.POSITIVE_INFINITY,
    "created_datetime[lte]": lte = Number.POSITIVE_INFINITY,
  } = query;
  const users = query.user_ids && new Set<number | null>(query.user_ids);
  const types = query.types && new Set(query.types);
  return (event) =>
    event.created_datetime > gt &&
    event.created_datetime >= gte &&
    event.created_datetime < lt &&
    event.created_datetime <= lte &&
    (query.object_id === undefined || event.object_id === query.object_id) &&
    (query.object_type === undefined || event.object_type === query.object_type) &&
    (users === undefined || users.has(event.user_id)) &&
    (types === undefined || types.has(event.type));
}
