import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";

/** The account itself. */
export function accountRoutes(api: Api, { shop }: RouteContext): void {
  api.get("/account", () => ({
    domain: shop.account.domain,
    created_datetime: isoFromMicros(shop.account.created_datetime),
    deactivated_datetime: null,
    meta: {},
    status: { status: "active", notification: null },
    settings: [],
  }));
}
