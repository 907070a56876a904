import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";
import { booleanText, orderBy, paging, repeated } from "../parameters";
import { userBrief } from "../shapes/user";
import type { User } from "../shop/records/user";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime"),
  email: z.email().optional(),
  external_id: z.string().optional(),
  search: z.string().optional(),
  available_first: booleanText.optional(),
  roles: repeated(z.string()),
});

/** The agents. */
export function userRoutes(api: Api, context: RouteContext): void {
  serveCollection(api, context, {
    path: "/users",
    records: context.shop.users,
    shape: userShape,
    list: { query: listQuery, select: (query) => ({ where: userFilter(query) }) },
    get: {},
  });
}

/** An agent, whole. */
function userShape(user: User) {
  return {
    ...userBrief(user),
    uri: `/api/users/${user.id}/`,
    country: null,
    client_id: null,
    has_password: true,
    has_2fa_enabled: false,
    active: user.active,
    bio: user.bio,
    external_id: user.external_id,
    language: user.language,
    timezone: user.timezone,
    role: { name: user.role },
    created_datetime: isoFromMicros(user.created_datetime),
    updated_datetime: isoFromMicros(user.updated_datetime),
    deactivated_datetime: null,
  };
}

function userFilter(query: z.output<typeof listQuery>): (user: User) => boolean {
  const search = query.search?.toLowerCase() ?? "";
  return (user) =>
    (query.email === undefined || user.email === query.email) &&
    (query.external_id === undefined || user.external_id === query.external_id) &&
    (query.roles === undefined || query.roles.includes(user.role)) &&
    `${user.name} ${user.email}`.toLowerCase().includes(search);
}
