import type { Micros } from "../../clock";
import type { Team } from "../records/team";
import { OWNER_ID, type Rank, type User } from "../records/user";

const AGENTS = [
  ["agent@example.com", "Sam", "Rivers", "admin"],
  ["nora@example.com", "Nora", "Lindqvist", "agent"],
  ["theo@example.com", "Theo", "Marchetti", "agent"],
  ["imani@example.com", "Imani", "Okafor", "agent"],
  ["lucas@example.com", "Lucas", "Brandt", "lite-agent"],
  ["mei@example.com", "Mei", "Tanaka", "agent"],
  // A bot's is no e-mail address (`docs/gorgias-api.md`, "Users").
  ["bot@68c90000", "Gorgias", "Bot", "bot"],
  ["priya@example.com", "Priya", "Raman", "basic-agent"],
  ["jonas@example.com", "Jonas", "Keller", "observer-agent"],
] as const;

/** How many of them were there before the first customer, whose id comes after theirs. */
const BEFORE_CUSTOMERS = 5;

/** The people who answer, in an account that was opened at that moment. */
export function agents(opened: Micros): User[] {
  return AGENTS.map(([email, firstname, lastname, role], index) => ({
    id: OWNER_ID + index + (index < BEFORE_CUSTOMERS ? 0 : 1),
    email,
    name: `${firstname} ${lastname}`,
    firstname,
    lastname,
    role,
    language: "en",
    timezone: "America/New_York",
    country: null,
    active: true,
    external_id: null,
    bio: null,
    meta: { name_set_via: "agent" },
    created_datetime: opened + index * 60_127_331,
    updated_datetime: opened + index * 60_127_331,
    deactivated_datetime: null,
  }));
}

/** An API key for the first user of each role: by the role, and by the user's id. */
export function keysOf(users: Iterable<User>) {
  const all = [...users];
  const byUser = new Map<number, string>();
  const keyOf = (role: Rank) => {
    const user = all.find((one) => one.role === role);
    if (user === undefined) throw new Error(`Nobody has the role ${role}.`);
    const apiKey = role === "admin" ? "sandbox-api-key" : `sandbox-api-key-${role}`;
    byUser.set(user.id, apiKey);
    return { username: user.email, apiKey };
  };
  const byRole = {
    admin: keyOf("admin"),
    agent: keyOf("agent"),
    "basic-agent": keyOf("basic-agent"),
    "lite-agent": keyOf("lite-agent"),
    "observer-agent": keyOf("observer-agent"),
  };
  return { byRole, byUser };
}

/** The teams, each with some of the people. */
export function teams(opened: Micros, users: readonly User[]): Team[] {
  const people = users.filter(({ role }) => role !== "bot");
  return [
    ["Returns", "📦"],
    ["Shipping", "🚚"],
    ["VIP", "⭐"],
    ["Social", null],
  ].map(([name, emoji], index) => ({
    id: 5_101 + index,
    name: name ?? "",
    description: `Tickets for ${name}.`,
    decoration: emoji == null ? {} : { emoji },
    memberIds: people.filter((_, at) => at % 4 === index).map((user) => user.id),
    created_datetime: opened + 3_600_000_911 + index * 1_000_003,
  }));
}
