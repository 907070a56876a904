import { invalid, Problem, taken } from "../problem";
import type { Shop } from "./index";
import { lifecycle } from "./lifecycle";
import type { Team } from "./records/team";
import { OWNER_ID, type User } from "./records/user";
import { refuseBelow } from "./roles";

/** What a request may say about a user. A field left out stays as it is. */
export interface UserInput {
  name?: string;
  firstname?: string | null;
  lastname?: string | null;
  email?: string;
  role?: { name: User["role"] };
  active?: boolean;
  bio?: string | null;
  country?: string | null;
  external_id?: string | null;
  language?: string | null;
  timezone?: string | null;
  meta?: Record<string, unknown> | null;
}

/** What proves that one may change an e-mail address or a password; it is not checked further. */
export interface Proofs {
  password_confirmation?: string;
  old_password?: string;
  new_password?: string;
  two_fa_code?: string | null;
}

/** Adds a user; 409 when the e-mail is another's. */
export function createUser(
  shop: Shop,
  input: UserInput & Required<Pick<UserInput, "name" | "email" | "role">>,
  by: number | null,
): User {
  refuseTaken(shop, input.email, undefined);
  const { role, ...plain } = input;
  const [first = "", ...rest] = input.name.split(" ");
  return lifecycle(shop, shop.users, "User").create(
    (given) => ({
      ...given,
      bio: null,
      country: null,
      external_id: null,
      language: null,
      timezone: null,
      meta: null,
      active: true,
      ...plain,
      firstname: input.firstname ?? first,
      lastname: input.lastname ?? rest.join(" "),
      role: role.name,
      deactivated_datetime: input.active === false ? given.created_datetime : null,
    }),
    by,
  );
}

/** Changes a user; what proves the right to do so has to come along (`docs/gorgias-api.md`, "Users"). */
export function updateUser(
  shop: Shop,
  user: User,
  { password_confirmation, old_password, new_password, two_fa_code, ...input }: UserInput & Proofs,
  by: number | null,
): User {
  const { role, firstname, lastname, ...plain } = input;
  const newEmail = input.email !== undefined && input.email !== user.email;
  if (newEmail && password_confirmation === undefined) {
    throw invalid("password_confirmation", "Required to change the email.");
  }
  if (new_password !== undefined && old_password === undefined) {
    throw invalid("old_password", "Required to change the password.");
  }
  if (input.email !== undefined) refuseTaken(shop, input.email, user);
  if (role !== undefined && role.name !== user.role) refuseRole(shop, user, by);
  const active = input.active ?? user.active;
  const changed = lifecycle(shop, shop.users, "User").change(
    user,
    {
      ...plain,
      ...(firstname !== undefined && { firstname: firstname ?? "" }),
      ...(lastname !== undefined && { lastname: lastname ?? "" }),
      ...(role && { role: role.name }),
      deactivated_datetime: active ? null : (user.deactivated_datetime ?? shop.stamp()),
    },
    by,
  );
  if (new_password !== undefined) {
    shop.record("user-password-changed", { type: "User", id: user.id }, by);
  }
  return changed;
}

/** 403 for the user who opened the account: they stay (`docs/gorgias-api.md`, "Permissions"). */
export function refuseOwner({ id }: User): void {
  if (id === OWNER_ID) throw new Problem(403, "The owner of the account cannot be deleted.");
}

/** Takes a user away; their tickets are nobody's then, and their teams go on without them. */
export function deleteUser(shop: Shop, user: User, by: number | null): void {
  for (const ticket of shop.tickets.values()) {
    if (ticket.assigneeUserId === user.id) shop.tickets.change(ticket, { assigneeUserId: null });
  }
  for (const team of shop.teams.values()) {
    team.memberIds = team.memberIds.filter((id) => id !== user.id);
  }
  lifecycle(shop, shop.users, "User").remove(user, by);
}

/** The ids of a team's members, each of whom has to exist. */
export function memberIds(shop: Shop, members: readonly { id: number }[]): number[] {
  const ids = members.map(({ id }, index) => {
    if (shop.users.get(id) === undefined) {
      throw invalid(`members.${index}.id`, `There is no user ${id}.`);
    }
    return id;
  });
  return [...new Set(ids)];
}

/** Takes a team away; its tickets are no team's then. */
export function deleteTeam(shop: Shop, team: Team, by: number | null): void {
  for (const ticket of shop.tickets.values()) {
    if (ticket.assigneeTeamId === team.id) shop.tickets.change(ticket, { assigneeTeamId: null });
  }
  lifecycle(shop, shop.teams, "Team").remove(team, by);
}

/** Only admins give roles, and nobody takes the owner's away. */
function refuseRole(shop: Shop, user: User, by: number | null): void {
  refuseBelow(shop, "admin", by, "Only an admin can change a role.");
  if (user.id === OWNER_ID) {
    throw new Problem(403, "The role of the owner of the account cannot be changed.");
  }
}

function refuseTaken(shop: Shop, email: string, self: User | undefined): void {
  const owner = shop.users.owner("email", email.toLowerCase());
  if (owner !== undefined && owner !== self) throw taken("email", email);
}
