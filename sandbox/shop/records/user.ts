import type { Micros } from "../../clock";

/** The id of the user who opened the account, whom nobody can delete or give another role. */
export const OWNER_ID = 400_746_608;

/** The roles of people; each may do all that those before it may (`docs/gorgias-api.md`, "Permissions"). */
export const RANKS = ["observer-agent", "lite-agent", "basic-agent", "agent", "admin"] as const;

/** The lowest role that may do something. */
export type Rank = (typeof RANKS)[number];

/** The values of `role.name` (`docs/gorgias-api.md`, "Users"). */
export const ROLES = [...RANKS, "bot", "internal-agent"] as const;

/** Whether a user may do what needs this role. */
export function mayDo({ role }: User, needs: Rank): boolean {
  const ascending: readonly string[] = RANKS;
  return ascending.indexOf(role) >= ascending.indexOf(needs);
}

/** An agent. */
export interface User {
  id: number;
  email: string;
  name: string;
  firstname: string;
  lastname: string;
  role: (typeof ROLES)[number];
  language: string | null;
  timezone: string | null;
  country: string | null;
  active: boolean;
  external_id: string | null;
  bio: string | null;
  meta: Record<string, unknown> | null;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
