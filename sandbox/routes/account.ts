import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros } from "../clock";
import { freeObject } from "../parameters";
import { invalid, taken } from "../problem";
import { lifecycle } from "../shop/lifecycle";
import type { Setting } from "../shop/records/setting";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({ type: z.string().optional() });

const createBody = z.strictObject({
  type: z.string().min(1),
  name: z.string().exactOptional(),
  data: freeObject.exactOptional(),
});

const updateBody = z.strictObject({
  type: z.string().min(1),
  name: z.string().nullable().exactOptional(),
  data: freeObject.nullable().exactOptional(),
});

/** The account itself, and its settings. */
export function accountRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change } = lifecycle(shop, shop.settings, "AccountSetting");
  const opened = isoFromMicros(shop.account.created_datetime);
  const listed = (type?: string) =>
    [...shop.settings.values()]
      .filter((setting) => type === undefined || setting.type === type)
      .map(settingShape);

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
    settings: listed(),
  }));

  api.get("/account/settings", { schema: { querystring: listQuery } }, ({ query }) => ({
    data: listed(query.type),
  }));

  serveCollection(api, context, {
    path: "/account/settings",
    records: shop.settings,
    shape: settingShape,
    writtenBy: "admin",
    create: {
      body: createBody,
      make: ({ type, name = null, data }, by) => {
        refuseWrongData(type, data);
        if (shop.settings.find((held) => held.type === type)) throw taken("type", type);
        return create((made) => ({ ...made, type, name, data: data ?? {} }), by);
      },
    },
    update: {
      body: updateBody,
      change: (setting, { type, ...patch }, by) => {
        if (type !== setting.type) throw invalid("type", `This setting is ${setting.type}.`);
        refuseWrongData(type, patch.data ?? undefined);
        return change(setting, patch, by);
      },
    },
  });
}

function settingShape({ id, type, data }: Setting) {
  return { id, type, data };
}

const hours = z.looseObject({ days: z.string(), from_time: z.string(), to_time: z.string() });

/** What the data of the recorded types must hold (`docs/gorgias-api.md`, "Account"). */
const DATA: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [
    "business-hours",
    z.looseObject({
      timezone: z.string().optional(),
      business_hours: z.union([z.array(hours), hours]).optional(),
    }),
  ],
  [
    "access",
    z.looseObject({
      signup_mode: z.enum(["invite", "allowed-domains"]).optional(),
      allowed_domains: z.array(z.string()).optional(),
      google_sso_enabled: z.boolean().optional(),
      office365_sso_enabled: z.boolean().optional(),
    }),
  ],
  [
    "auto-split",
    z.looseObject({
      email: z
        .looseObject({ enabled: z.boolean(), split_after_days: z.int().min(1).optional() })
        .optional(),
    }),
  ],
  ["default-integration", z.record(z.string(), z.int().min(1))],
]);

function refuseWrongData(type: string, data: unknown): void {
  const issue = data === undefined ? undefined : DATA.get(type)?.safeParse(data).error?.issues[0];
  if (issue !== undefined) throw invalid(["data", ...issue.path].join("."), issue.message);
}
