import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { booleanText, freeObject, orderBy, paging, repeated } from "../parameters";
import { userShape } from "../shapes/user";
import type { Shop } from "../shop";
import { ROLES, type User } from "../shop/records/user";
import { SortedIndex } from "../shop/sortedIndex";
import { createUser, deleteUser, refuseOwner, updateUser } from "../shop/staffChanges";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime", "name", "email", "role.name"),
  email: z.email().optional(),
  external_id: z.string().optional(),
  search: z.string().optional(),
  available_first: booleanText.optional(),
  roles: repeated(z.string()),
});

const text = z.string().exactOptional();
const textOrNull = z.string().nullable().exactOptional();
const name = z.string().min(1);
const email = z.email().max(320);
const role = z.strictObject({ name: z.enum(ROLES) });
const language = z.enum(["fr", "en"]);

const createBody = z.strictObject({
  name,
  email,
  role,
  firstname: text,
  lastname: text,
  active: z.boolean().exactOptional(),
  bio: text,
  country: text,
  external_id: text,
  language: language.exactOptional(),
  meta: freeObject.exactOptional(),
  timezone: text,
});

const updateBody = z.strictObject({
  name: name.exactOptional(),
  email: email.exactOptional(),
  role: role.exactOptional(),
  firstname: textOrNull,
  lastname: textOrNull,
  active: z.boolean().exactOptional(),
  bio: textOrNull,
  country: textOrNull,
  external_id: textOrNull,
  language: language.nullable().exactOptional(),
  meta: freeObject.nullable().exactOptional(),
  timezone: textOrNull,
  password_confirmation: text,
  old_password: text,
  new_password: text,
  two_fa_code: textOrNull,
});

/** The people of the account, and its bots. */
export function userRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;

  serveCollection(api, context, {
    path: "/users",
    records: shop.users,
    shape: (user) => userShape(shop, user),
    writtenBy: "admin",
    hasOneself: true,
    list: {
      query: listQuery,
      select: (query) => ({
        where: userFilter(query),
        ...(query.available_first && { records: availableFirst(shop, query.order_by) }),
      }),
    },
    get: {},
    create: { body: createBody, make: (body, by) => createUser(shop, body, by) },
    update: { body: updateBody, change: (user, body, by) => updateUser(shop, user, body, by) },
    removable: refuseOwner,
    remove: (user, by) => deleteUser(shop, user, by),
  });
}

function userFilter(query: z.output<typeof listQuery>): (user: User) => boolean {
  const search = query.search?.toLowerCase() ?? "";
  return (user) =>
    (query.email === undefined || user.email === query.email) &&
    (query.external_id === undefined || user.external_id === query.external_id) &&
    (query.roles === undefined || query.roles.includes(user.role)) &&
    `${user.name} ${user.email}`.toLowerCase().includes(search);
}

/** The same order with those who are active at its head. Here, whoever is active is available. */
function availableFirst(shop: Shop, order: string): SortedIndex<User> {
  const ascending = order.endsWith(":asc");
  const key = (user: User) => String(shop.users.orderedBy(order).positionOf(user).key);
  return new SortedIndex(
    (user) => `${user.active === ascending ? 0 : 1} ${key(user).padStart(20)}`,
    shop.users.values(),
  );
}
