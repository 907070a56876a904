import type { Micros } from "../../clock";
import { OWNER_ID } from "../records/user";
import type { Query, View } from "../records/view";

type Made = Pick<View, "name" | "filters"> &
  Partial<Pick<View, "category" | "visibility" | "ownerId">> &
  Partial<Query>;

/** The views that every account has, and some that the shop has made for itself. */
export function views(opened: Micros): View[] {
  const system = (name: string, filters: string): Made => ({ name, filters, category: "system" });
  const made: Made[] = [
    system("Open", "eq(ticket.status, 'open')"),
    system("Closed", "eq(ticket.status, 'closed')"),
    system("Unassigned", "isEmpty(ticket.assignee_user.id)"),
    system("Trash", "isNotEmpty(ticket.trashed_datetime)"),
    system("Inbox", "eq(ticket.status, 'open') && isEmpty(ticket.snooze_datetime)"),
    system("All", ""),
    system("Snoozed", "isNotEmpty(ticket.snooze_datetime)"),
    system("Spam", "eq(ticket.spam, true)"),
    { name: "VIP", filters: "eq(ticket.status, 'open') && containsAny(ticket.tags.id, [1151723])" },
    {
      name: "My tickets",
      filters: "eq(ticket.assignee_user.id, '{{current_user.id}}')",
      visibility: "private",
      ownerId: OWNER_ID,
    },
    {
      name: "Urgent",
      filters: "neq(ticket.status, 'closed') && eq(ticket.priority, 'critical')",
      order_by: "created_datetime",
      order_dir: "asc",
    },
    {
      name: "Waiting for a day",
      filters:
        "eq(ticket.status, 'open') && lteTimedelta(ticket.last_received_message_datetime, '1d')",
      order_by: "last_received_message_datetime",
      order_dir: "asc",
    },
  ];
  return made.map((view, index) => ({
    id: 900_201 + index,
    category: "user",
    visibility: "public",
    decoration: null,
    fields: ["details", "tags", "customer", "last_message"],
    search: null,
    section_id: null,
    ownerId: null,
    teamIds: [],
    userIds: [],
    order_by: "last_message_datetime",
    order_dir: "desc",
    ...view,
    created_datetime: opened + 10_800_000_133 + index * 1_000_003,
    updated_datetime: opened + 10_800_000_133 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}
