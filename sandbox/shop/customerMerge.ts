import { invalid, Problem } from "../problem";
import type { Shop } from "./index";
import type { Customer } from "./records/customer";

/**
 * Moves everything of one customer to another, who then has both their channels; the source is
 * gone. 409 where both hold data of the same integration (`docs/gorgias-api.md`, "Writes").
 */
export function mergeCustomers(
  shop: Shop,
  source: Customer,
  target: Customer,
  by: number | null,
): Customer {
  if (source === target) throw invalid("target_id", "A customer cannot be merged into itself.");
  if (source.orders.length > 0 && target.orders.length > 0) {
    throw new Problem(409, "Both customers hold data of the same integration.");
  }
  for (const ticket of shop.tickets.values()) {
    if (ticket.customerId === source.id) shop.tickets.change(ticket, { customerId: target.id });
    for (const message of ticket.messages) {
      for (const side of ["sender", "receiver"] as const) {
        const party = message[side];
        if (party?.kind === "customer" && party.id === source.id) {
          shop.messages.change(message, { [side]: { kind: "customer", id: target.id } });
        }
      }
    }
  }
  const added = source.channels.filter(
    (channel) =>
      !target.channels.some(
        ({ type, address }) => type === channel.type && address === channel.address,
      ),
  );
  shop.customers.remove(source);
  shop.customers.change(target, {
    email: target.email ?? source.email,
    name: target.name ?? source.name,
    channels: [...target.channels, ...added],
    orders: [...target.orders, ...source.orders],
    custom_fields: { ...source.custom_fields, ...target.custom_fields },
  });
  shop.record("customer-merged", { type: "Customer", id: target.id }, by, {
    source_id: source.id,
  });
  return target;
}
