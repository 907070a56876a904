import { isoFromMicros } from "../clock";
import type { Api, Desk } from "../server";

/** The account itself. */
export function accountRoutes(app: Api, { shop }: Desk): void {
  app.get("/account", () => ({
    domain: shop.account.domain,
    created_datetime: isoFromMicros(shop.account.created_datetime),
    deactivated_datetime: null,
    meta: {},
    status: { status: "active", notification: null },
    settings: [],
  }));
}
