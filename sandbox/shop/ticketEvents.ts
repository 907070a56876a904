import type { Ticket } from "./records/ticket";

/** The types of the events that a change of a ticket causes (`docs/gorgias-api.md`, "Events"). */
export function ticketEvents(before: Ticket, after: Ticket): string[] {
  const removed = before.tagIds.some((id) => !after.tagIds.includes(id));
  const added = after.tagIds.some((id) => !before.tagIds.includes(id));
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
    "ticket-tags-added": added,
    "ticket-tags-removed": removed,
    "ticket-marked-spam": !before.spam && after.spam,
    "ticket-unmarked-spam": before.spam && !after.spam,
    "ticket-snoozed":
      after.snooze_datetime !== null && before.snooze_datetime !== after.snooze_datetime,
    "ticket-trashed": before.trashed_datetime === null && after.trashed_datetime !== null,
    "ticket-untrashed": before.trashed_datetime !== null && after.trashed_datetime === null,
  };
  const special = Object.keys(changes).filter((type) => changes[type]);
  return ["ticket-updated", ...special];
}
