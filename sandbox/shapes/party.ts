import type { Shop } from "../shop";
import type { Party } from "../shop/records/message";
import { customerBrief } from "./customer";
import { userBrief } from "./user";

/** Whoever wrote or received a message; null when the record is gone. */
export function partyShape(shop: Shop, party: Party | null) {
  if (party === null) return null;
  if (party.kind === "user") {
    const user = shop.users.get(party.id);
    return user === undefined ? null : userBrief(user);
  }
  const customer = shop.customers.get(party.id);
  return customer === undefined ? null : customerBrief(customer);
}
