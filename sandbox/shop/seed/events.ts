import type { Customer } from "../records/customer";
import type { Event } from "../records/event";
import type { Ticket } from "../records/ticket";

/** What happened to the tickets and customers, from the first day to the last. */
export function historicEvents(
  customers: readonly Customer[],
  tickets: readonly Ticket[],
): Event[] {
  const events: Omit<Event, "id" | "data">[] = customers.map((customer) => ({
    type: "customer-created",
    object_type: "Customer",
    object_id: customer.id,
    user_id: null,
    created_datetime: customer.created_datetime,
  }));
  for (const ticket of tickets) {
    const object = { object_type: "Ticket", object_id: ticket.id } as const;
    events.push({
      type: "ticket-created",
      ...object,
      user_id: null,
      created_datetime: ticket.created_datetime,
    });
    if (ticket.closed_datetime === null) continue;
    events.push({
      type: "ticket-closed",
      ...object,
      user_id: ticket.assigneeUserId,
      created_datetime: ticket.closed_datetime,
    });
  }
  events.sort((a, b) => a.created_datetime - b.created_datetime);
  return events.map((event, index) => ({ id: 7_000_001 + index, ...event, data: null }));
}
