import type { Micros } from "../../clock";
import type { Ticket } from "./ticket";

/** The values of `visibility` (`docs/gorgias-api.md`, "Views"). */
export const VISIBILITIES = ["public", "shared", "private"] as const;

/** The values of `fields`: the columns that a view shows (`docs/gorgias-api.md`, "Views"). */
export const VIEW_FIELDS = [
  "id",
  "details",
  "tags",
  "customer",
  "last_message",
  "name",
  "email",
  "created",
  "updated",
  "assignee",
  "assignee_team",
  "channel",
  "closed",
  "language",
  "last_received_message",
  "integrations",
  "snooze",
  "status",
  "subject",
  "priority",
] as const;

const RANKS = { low: 1, normal: 2, high: 3, critical: 4 } as const;

/** The values of `order_by`, and what each sorts tickets by; a date that is missing is the first. */
export const VIEW_ORDERS = {
  updated_datetime: (ticket: Ticket) => ticket.updated_datetime,
  created_datetime: (ticket: Ticket) => ticket.created_datetime,
  last_message_datetime: (ticket: Ticket) => ticket.last_message_datetime ?? 0,
  last_received_message_datetime: (ticket: Ticket) => ticket.last_received_message_datetime ?? 0,
  closed_datetime: (ticket: Ticket) => ticket.closed_datetime ?? 0,
  snooze_datetime: (ticket: Ticket) => ticket.snooze_datetime ?? 0,
  priority: (ticket: Ticket) => RANKS[ticket.priority],
} as const;

/** One of these. */
export type ViewOrder = keyof typeof VIEW_ORDERS;

/** What a view lists, and how: all that a view which is not saved consists of. */
export interface Query {
  /** Calls joined with `&&`, none for all tickets. */
  filters: string;
  /** A text that subject, customer or messages contain. */
  search: string | null;
  order_by: ViewOrder;
  order_dir: "asc" | "desc";
}

/** A list of the tickets that match it. */
export interface View extends Query {
  id: number;
  name: string;
  category: "system" | "user";
  visibility: (typeof VISIBILITIES)[number];
  decoration: Record<string, unknown> | null;
  fields: (typeof VIEW_FIELDS)[number][];
  section_id: number | null;
  /** Who made it; nobody in particular for those that came with the account. */
  ownerId: number | null;
  teamIds: number[];
  userIds: number[];
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
