import { matching } from "./filters";
import type { Shop } from "./index";
import type { Ticket } from "./records/ticket";
import { type Query, VIEW_ORDERS, type ViewOrder } from "./records/view";
import { SortedIndex } from "./sortedIndex";

/** Which tickets are in a view, as an agent sees it. */
export function isInView(
  shop: Shop,
  { filters, search }: Pick<Query, "filters" | "search">,
  userId: number | null,
): (ticket: Ticket) => boolean {
  const matches = matching(shop, filters, userId);
  const text = search?.trim() ?? "";
  if (text === "") return matches;
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i");
  return (ticket) => matches(ticket) && says(shop, ticket, pattern);
}

/** The tickets in the order of a view, ready to be cut into pages. */
export function inOrder(
  shop: Shop,
  order: ViewOrder,
  wanted: (ticket: Ticket) => boolean,
): { records: SortedIndex<Ticket>; where?: (ticket: Ticket) => boolean } {
  if (order === "created_datetime" || order === "updated_datetime") {
    return { records: shop.tickets.orderedBy(order), where: wanted };
  }
  const found = [...shop.tickets.values()].filter(wanted);
  return { records: new SortedIndex(VIEW_ORDERS[order], found) };
}

/** Whether a pattern is in a ticket's subject or messages, or its customer has it. */
function says(shop: Shop, { subject, customerId, messages }: Ticket, pattern: RegExp): boolean {
  const customer = customerId === null ? undefined : shop.customers.get(customerId);
  const has = (held: string | null | undefined) => held != null && pattern.test(held);
  return (
    has(subject) ||
    has(customer?.name) ||
    has(customer?.email) ||
    messages.some((message) => has(message.body_text))
  );
}
