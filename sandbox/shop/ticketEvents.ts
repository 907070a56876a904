import type { Ticket } from "./records/ticket";

/** The events that a change of a ticket is told by; names from `gorgias-api/notes.md`. */
export function ticketEvents(before: Ticket, after: Ticket): string[] {
  const lost = before.tagIds.some((id) => !after.tagIds.includes(id));
  const won = after.tagIds.some((id) => !before.tagIds.includes(id));
  const changes: Record<string, boolean> = {
    "ticket-closed": before.status === "open" && after.status === "closed",
    "ticket-reopened": before.status === "closed" && after.status === "open",
    "ticket-assigned":
      after.assigneeUserId !== null && before.assigneeUserId !== after.assigneeUserId,
    "ticket-unassigned": before.assigneeUserId !== null && after.assigneeUserId === null,
    "ticket-team-assigned":
      after.assigneeTeamId !== null && before.assigneeTeamId !== after.assigneeTeamId,
    "ticket-team-unassigned": before.assigneeTeamId !== null && after.assigneeTeamId === null,
    "ticket-customer-updated": before.customerId !== after.customerId,
    "ticket-subject-updated": before.subject !== after.subject,
    "ticket-tags-added": won,
    "ticket-tags-removed": lost,
    "ticket-marked-spam": !before.spam && after.spam,
    "ticket-unmarked-spam": before.spam && !after.spam,
    "ticket-snoozed":
      after.snooze_datetime !== null && before.snooze_datetime !== after.snooze_datetime,
    "ticket-trashed": before.trashed_datetime === null && after.trashed_datetime !== null,
    "ticket-untrashed": before.trashed_datetime !== null && after.trashed_datetime === null,
  };
  const told = Object.keys(changes).filter((type) => changes[type]);
  return ["ticket-updated", ...told];
}
