import type { Micros } from "../../clock";
import type { Customer } from "../records/customer";
import type { Event } from "../records/event";
import type { Ticket } from "../records/ticket";

/** What happened to the tickets and customers, from the first day to the last. */
export function historicEvents(
  customers: readonly Customer[],
  tickets: readonly Ticket[],
): Event[] {
  const events: Event[] = [];
  for (const { id, created_datetime: created } of customers) {
    events.push(happened("customer-created", "Customer", id, null, created));
  }
  for (const { id, created_datetime: created } of tickets) {
    events.push(happened("ticket-created", "Ticket", id, null, created));
  }
  for (const { id, closed_datetime: closed, assigneeUserId } of tickets) {
    if (closed !== null)
      events.push(happened("ticket-closed", "Ticket", id, assigneeUserId, closed));
  }
  events.sort((a, b) => a.created_datetime - b.created_datetime);
  for (const [index, event] of events.entries()) event.id = 881_234_567 + index;
  return events;
}

/** An event that gets its id once all of them are in order. */
function happened(
  type: string,
  object_type: Event["object_type"],
  object_id: number,
  user_id: number | null,
  created_datetime: Micros,
): Event {
  return { id: 0, type, object_type, object_id, user_id, data: null, created_datetime };
}
