import type { Shop } from "./index";
import type { View } from "./records/view";

/**
 * Whether a user has a view at all: a private one is its owner's, a shared one also the teams' and
 * users' that it is shared with (`docs/gorgias-api.md`, "Views").
 */
export function sees(shop: Shop, view: View, userId: number | null): boolean {
  if (view.visibility === "public" || userId === null || userId === view.ownerId) return true;
  if (view.visibility === "private") return false;
  return (
    view.userIds.includes(userId) ||
    view.teamIds.some((id) => shop.teams.get(id)?.memberIds.includes(userId))
  );
}

/** The view with this id, if the user has one. */
export function viewOf(shop: Shop, id: number, userId: number | null): View | undefined {
  const view = shop.views.get(id);
  return view !== undefined && sees(shop, view, userId) ? view : undefined;
}
