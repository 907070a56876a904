import type { Micros } from "../../clock";
import type { FieldValues } from "./customField";
import type { Message } from "./message";

/** The values of `status` (`docs/gorgias-api.md`, "Objects and their values"). */
export const STATUSES = ["open", "closed"] as const;

/** The values of `priority` (`docs/gorgias-api.md`, "Objects and their values"). */
export const PRIORITIES = ["critical", "high", "normal", "low"] as const;

/** A conversation with a customer. */
export interface Ticket {
  id: number;
  external_id: string | null;
  status: (typeof STATUSES)[number];
  priority: (typeof PRIORITIES)[number];
  channel: string;
  via: string;
  from_agent: boolean;
  spam: boolean;
  is_unread: boolean;
  customerId: number | null;
  assigneeUserId: number | null;
  assigneeTeamId: number | null;
  language: string | null;
  subject: string | null;
  meta: Record<string, unknown> | null;
  tagIds: number[];
  custom_fields: FieldValues;
  messages: Message[];
  surveyId: number | null;
  created_datetime: Micros;
  opened_datetime: Micros | null;
  last_received_message_datetime: Micros | null;
  last_message_datetime: Micros | null;
  updated_datetime: Micros;
  closed_datetime: Micros | null;
  trashed_datetime: Micros | null;
  snooze_datetime: Micros | null;
}
