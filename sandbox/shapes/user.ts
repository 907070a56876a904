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
