import type { Micros } from "../../clock";

/** Agents who work together. */
export interface Team {
  id: number;
  name: string;
  description: string | null;
  decoration: { emoji?: string | null };
  memberIds: number[];
  created_datetime: Micros;
}
