import type { Shop } from "./index";

/** How many tickets carry each tag. */
export function usageOfTags(shop: Shop): Map<number, number> {
  const usage = new Map<number, number>();
  for (const ticket of shop.tickets.values()) {
    for (const tagId of ticket.tagIds) usage.set(tagId, (usage.get(tagId) ?? 0) + 1);
  }
  return usage;
}
