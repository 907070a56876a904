import type { Micros } from "../../clock";
import type { Ticket } from "./ticket";

/** A view lists the tickets that match it. */
export interface View {
  id: number;
  name: string;
  filters: string;
  matches: (ticket: Ticket) => boolean;
  created_datetime: Micros;
}
