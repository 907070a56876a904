import { isoFromMicros, isoOrNull } from "../clock";
import type { Shop } from "../shop";
import type { User } from "../shop/records/user";

/** An agent in passing. */
export function userBrief(user: User) {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    firstname: user.firstname,
    lastname: user.lastname,
    meta: user.meta,
  };
}

/** A user, whole, as in `test/schemas/recorded/list-users.json`. */
export function userShape(shop: Shop, user: User) {
  return {
    ...userBrief(user),
    uri: `https://${shop.account.domain}.gorgias.com/api/users/${user.id}/`,
    country: user.country,
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
    deactivated_datetime: isoOrNull(user.deactivated_datetime),
  };
}
