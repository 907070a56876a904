import type { Micros } from "../../clock";
import type { View } from "../records/view";

/** The views, with what each lists. */
export function views(opened: Micros): View[] {
  const made: Omit<View, "id" | "created_datetime">[] = [
    {
      name: "Open",
      filters: "eq(ticket.status, 'open')",
      matches: (ticket) => ticket.status === "open" && ticket.trashed_datetime === null,
    },
    {
      name: "Closed",
      filters: "eq(ticket.status, 'closed')",
      matches: (ticket) => ticket.status === "closed" && ticket.trashed_datetime === null,
    },
    {
      name: "Unassigned",
      filters: "isEmpty(ticket.assignee_user.id)",
      matches: (ticket) => ticket.assigneeUserId === null && ticket.trashed_datetime === null,
    },
    {
      name: "Trash",
      filters: "isNotEmpty(ticket.trashed_datetime)",
      matches: (ticket) => ticket.trashed_datetime !== null,
    },
  ];
  return made.map((view, index) => ({
    id: 900_201 + index,
    ...view,
    created_datetime: opened + 10_800_000_133 + index * 1_000_003,
  }));
}
