import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";

/** The account itself, and its settings. */
export function accountRoutes(api: Api, { shop }: RouteContext): void {
  const opened = isoFromMicros(shop.account.created_datetime);

  api.get("/account", () => ({
    domain: shop.account.domain,
    created_datetime: opened,
    deactivated_datetime: null,
    current_subscription: {
      plan: null,
      status: "active",
      start_datetime: opened,
      trial_start_datetime: opened,
      trial_end_datetime: opened,
    },
    meta: {},
    status: { status: "active" },
    settings: SETTINGS,
  }));

  api.get("/account/settings", () => ({ data: SETTINGS }));
}

const SETTINGS = [
  {
    id: 360_952,
    type: "business-hours",
    data: {
      timezone: "America/New_York",
      business_hours: [{ days: "1,2,3,4,5", from_time: "09:00", to_time: "17:00" }],
    },
  },
];
