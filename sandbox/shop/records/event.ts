import type { Micros } from "../../clock";

/** The values of an event's `object_type` (`docs/gorgias-api.md`, "Events"). */
export const EVENT_OBJECTS = [
  "Account",
  "Macro",
  "Tag",
  "Customer",
  "Team",
  "View",
  "Widget",
  "User",
  "TicketMessage",
  "Ticket",
  "Rule",
  "Integration",
  "SatisfactionSurvey",
] as const;

/** Something that happened to a record. */
export interface Event {
  id: number;
  type: string;
  /** An account's settings have events, and no filter for them. */
  object_type: (typeof EVENT_OBJECTS)[number] | "AccountSetting";
  object_id: number;
  user_id: number | null;
  data: Record<string, unknown> | null;
  created_datetime: Micros;
}
