import type { Micros } from "../../clock";
import type { Team } from "../records/team";
import type { User } from "../records/user";

/** The agent whose e-mail and key open the API. */
export const OWNER = "agent@example.com";

const AGENTS = [
  [OWNER, "Sam", "Rivers", "admin"],
  ["nora@example.com", "Nora", "Lindqvist", "agent"],
  ["theo@example.com", "Theo", "Marchetti", "agent"],
  ["imani@example.com", "Imani", "Okafor", "agent"],
  ["lucas@example.com", "Lucas", "Brandt", "lite-agent"],
  ["mei@example.com", "Mei", "Tanaka", "agent"],
  ["bot@example.com", "Gorgias", "Bot", "bot"],
] as const;

/** The people who answer, in an account that was opened at that moment. */
export function agents(opened: Micros): User[] {
  return AGENTS.map(([email, firstname, lastname, role], index) => ({
    id: 400_746_608 + index,
    email,
    name: `${firstname} ${lastname}`,
    firstname,
    lastname,
    role,
    language: "en",
    timezone: "America/New_York",
    active: true,
    external_id: null,
    bio: null,
    meta: { name_set_via: "agent" },
    created_datetime: opened + index * 60_127_331,
    updated_datetime: opened + index * 60_127_331,
  }));
}

/** The teams, each with some of the agents. */
export function teams(opened: Micros, users: readonly User[]): Team[] {
  return ["Returns", "Shipping", "VIP"].map((name, index) => ({
    id: 5_101 + index,
    name,
    description: `Tickets for ${name}.`,
    memberIds: users.filter((_, at) => at % 3 === index).map((user) => user.id),
    created_datetime: opened + 3_600_000_911 + index * 1_000_003,
  }));
}
