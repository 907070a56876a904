import type { Micros } from "../../clock";
import type { Ticket } from "./ticket";

/** A rule applies to the tickets that match it. */
export interface Rule {
  id: number;
  name: string;
  description: string | null;
  code: string;
  event_types: string;
  priority: number;
  matches: (ticket: Ticket) => boolean;
  created_datetime: Micros;
  updated_datetime: Micros;
}
