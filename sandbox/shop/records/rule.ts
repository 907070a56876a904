import type { Micros } from "../../clock";
import type { Ticket } from "./ticket";

/** What can set a rule off: the names in `event_types` (`docs/gorgias-api.md`, "Rules"). */
export const RULE_EVENTS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-assigned",
  "ticket-self-unsnoozed",
  "satisfaction-survey-responded",
] as const;

/** What happens to tickets by itself. The sandbox keeps rules and does not run them. */
export interface Rule {
  id: number;
  name: string;
  description: string | null;
  code: string;
  event_types: string | null;
  priority: number;
  /** The tickets that it has been at; one that was made over the API has been at none. */
  matches: (ticket: Ticket) => boolean;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
