import { Problem } from "../problem";
import type { Shop } from "./index";
import { mayDo, type Rank } from "./records/user";

/** How Gorgias begins when a scope is missing, `test/schemas/recorded/error-403-missing-scope.json`. */
export const FORBIDDEN = "You do not have enough permissions to perform this action.";

/**
 * 403 unless the user has this role or a higher one (`docs/gorgias-api.md`, "Permissions"). What the
 * account does by itself is never refused.
 */
export function refuseBelow(
  shop: Shop,
  needs: Rank,
  by: number | null,
  message: string = FORBIDDEN,
): void {
  const user = by === null ? undefined : shop.users.get(by);
  if (user !== undefined && !mayDo(user, needs)) throw new Problem(403, message);
}
