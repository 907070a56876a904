import { anything, type Described, integer, listOf, object, type Resource, text } from "./schema";

/** What can be set; there may be others (docs/gorgias-api.md, "Account"). */
export const ACCOUNT_SETTING_TYPES = [
  "access",
  "agent-costs",
  "agents-availability-table-config",
  "agents-table-config",
  "auto-merge",
  "auto-split",
  "business-hours",
  "channels-table-config",
  "default-integration",
  "in-ticket-suggestion",
  "limits",
  "product-insights-table-config",
  "satisfaction-surveys",
  "ticket-assignment",
  "views-ordering",
  "views-visibility",
] as const;

const settingSchema = object({ id: integer, type: text }, { name: anything, data: anything });

/** A setting of the account (docs/gorgias-api.md, "Account"). */
export type AccountSetting = Described<typeof settingSchema>;

/** What settings are. */
export const accountSetting: Resource<AccountSetting> = {
  schema: settingSchema,
  example: {
    id: 360952,
    type: "business-hours",
    data: {
      timezone: "Europe/Paris",
      business_hours: [{ days: "1,2,3,4,5", from_time: "09:00", to_time: "17:00" }],
    },
  },
};

const settingsSchema = object({ data: listOf(settingSchema) });

/** The account's settings: one list that is not paged. */
export const accountSettings: Resource<Described<typeof settingsSchema>> = {
  schema: settingsSchema,
  example: { data: [accountSetting.example] },
};
