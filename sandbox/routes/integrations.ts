import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { datetime, freeObject, id, orderBy, paging } from "../parameters";
import { Problem } from "../problem";
import { integrationShape } from "../shapes/integration";
import { lifecycle } from "../shop/lifecycle";
import {
  type HttpSettings,
  httpDefaults,
  type Integration,
  TRIGGERS,
} from "../shop/records/integration";
import { serveCollection } from "./collection";

const listQuery = z.strictObject({
  ...paging(),
  order_by: orderBy("created_datetime"),
  type: z.enum(["http"]).optional(),
});

const http = {
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]),
  request_content_type: z.enum(["application/json", "application/x-www-form-urlencoded"]),
  response_content_type: z.enum(["application/json"]),
  form: freeObject.nullable().exactOptional(),
  headers: z.record(z.string(), z.string()).exactOptional(),
  hmac_secret: z.string().exactOptional(),
  triggers: z.partialRecord(z.enum(TRIGGERS), z.boolean()).exactOptional(),
};

const shared = {
  description: z.string().nullable().exactOptional(),
  business_hours_id: id.nullable().exactOptional(),
};

const createBody = z.strictObject({
  ...shared,
  name: z.string().min(1),
  type: z.literal("http"),
  http: z.strictObject(http).exactOptional(),
});

const updateBody = z.strictObject({
  ...shared,
  name: z.string().min(1),
  deactivated_datetime: datetime.nullable().exactOptional(),
  http: z
    .strictObject({
      ...http,
      method: http.method.exactOptional(),
      request_content_type: http.request_content_type.exactOptional(),
      response_content_type: http.response_content_type.exactOptional(),
    })
    .exactOptional(),
});

/** Integrations, of which only those of type `http` can be made, changed and deleted. */
export function integrationRoutes(api: Api, context: RouteContext): void {
  const { shop } = context;
  const { create, change, remove } = lifecycle(shop, shop.integrations, "Integration");

  serveCollection(api, context, {
    path: "/integrations",
    records: shop.integrations,
    shape: integrationShape,
    writtenBy: "admin",
    list: {
      query: listQuery,
      hasTotal: true,
      select: (query) => ({ where: ({ type }) => query.type === undefined || type === query.type }),
    },
    get: {},
    create: {
      body: createBody,
      make: ({ http: settings, ...body }, by) =>
        create(
          (given) => ({
            ...given,
            description: null,
            business_hours_id: null,
            ...body,
            http: settings === undefined ? null : withDefaults(settings),
            meta: null,
            userId: by,
            failures: 0,
            deactivated_datetime: null,
          }),
          by,
        ),
    },
    update: {
      body: updateBody,
      change: (integration, { http: settings, ...body }, by) => {
        refuseOtherTypes(integration);
        const patch = {
          ...body,
          ...(settings && { http: withDefaults(settings, integration.http) }),
          ...(body.deactivated_datetime === null && { failures: 0 }),
        };
        const wasOff = integration.deactivated_datetime !== null;
        change(integration, patch, by);
        const isOff = integration.deactivated_datetime !== null;
        if (isOff !== wasOff) {
          const type = isOff ? "integration-deactivated" : "integration-reactivated";
          shop.record(type, { type: "Integration", id: integration.id }, by);
        }
        return integration;
      },
    },
    remove: (integration, by) => {
      refuseOtherTypes(integration);
      remove(integration, by);
    },
  });
}

/** What is kept of the settings; the secret is not shown again, nor used. */
function withDefaults(
  given: NonNullable<z.output<typeof updateBody>["http"]>,
  before: HttpSettings | null = null,
): HttpSettings {
  const { hmac_secret: _secret, ...settings } = given;
  return { ...httpDefaults(), ...before, ...settings };
}

function refuseOtherTypes({ type }: Integration): void {
  if (type !== "http") {
    throw new Problem(403, "Only integrations of type http can be changed here.");
  }
}
