import type { Micros } from "../../clock";
import { EMAIL_ID } from "../records/integration";
import type { Setting } from "../records/setting";

/** Types and data, as in `test/schemas/recorded/list-account-settings.json`. */
const SETTINGS: readonly [string, unknown][] = [
  [
    "business-hours",
    {
      timezone: "America/New_York",
      business_hours: [{ days: "1,2,3,4,5", from_time: "09:00", to_time: "17:00" }],
    },
  ],
  [
    "access",
    {
      signup_mode: "invite",
      allowed_domains: [],
      google_sso_enabled: true,
      office365_sso_enabled: true,
      custom_sso_providers: {},
    },
  ],
  ["auto-split", { email: { enabled: true, split_after_days: 10 } }],
  ["default-integration", { email: EMAIL_ID }],
];

/** What the account is set to. */
export function settings(opened: Micros): Setting[] {
  return SETTINGS.map(([type, data], index) => ({
    id: 360_952 + index * 3,
    type,
    name: null,
    data,
    created_datetime: opened + index * 1_000_003,
    updated_datetime: opened + index * 1_000_003,
  }));
}
