import type { Micros } from "../../clock";

/** An agent. */
export interface User {
  id: number;
  email: string;
  name: string;
  firstname: string;
  lastname: string;
  role: string;
  language: string;
  timezone: string;
  active: boolean;
  external_id: string | null;
  bio: string | null;
  meta: Record<string, unknown>;
  created_datetime: Micros;
  updated_datetime: Micros;
}
