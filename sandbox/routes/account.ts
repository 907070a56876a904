import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";

/** The account itself. */
export function accountRoutes(app: Api, { shop }: RouteContext): void {
  app.get("/account", () => ({
    domain: shop.account.domain,
    created_datetime: isoFromMicros(shop.account.created_datetime),
    deactivated_datetime: null,
    meta: {},
    status: { status: "active", notification: null },
    settings: [],
  }));
}
