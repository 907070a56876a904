import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { datetime, freeObject, id, idPath, orderBy, paging } from "../parameters";
import { Problem } from "../problem";
import { integrationShape } from "../shapes/workspace";
import { type Integration, TRIGGERS } from "../shop/records";

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

/** Integrations: list, get; those of type `http` also create, update and delete. */
export function integrationRoutes(app: Api, { shop, pages }: RouteContext): void {
  app.get("/integrations", { schema: { querystring: listQuery } }, ({ url, query }) =>
    pages.answer(url, query, {
      records: shop.integrations.orderedBy(query.order_by),
      where: ({ type }) => query.type === undefined || type === query.type,
      shape: integrationShape,
    }),
  );

  app.get("/integrations/:id", { schema: { params: idPath } }, ({ params }) =>
    integrationShape(shop.integrations.one(params.id)),
  );

  app.post("/integrations", { schema: { body: createBody } }, ({ body, userId }, reply) => {
    reply.code(201);
    const now = shop.stamp();
    const { http: settings, ...rest } = body;
    const integration = shop.integrations.add({
      id: shop.integrations.nextId(),
      description: null,
      business_hours_id: null,
      ...rest,
      http: settings === undefined ? null : withDefaults(settings),
      failures: 0,
      created_datetime: now,
      updated_datetime: now,
      deactivated_datetime: null,
    });
    shop.record("integration-created", { type: "Integration", id: integration.id }, userId);
    return integrationShape(integration);
  });

  app.put(
    "/integrations/:id",
    { schema: { params: idPath, body: updateBody } },
    ({ params, body, userId }) => {
      const integration = ownIntegration(shop.integrations.one(params.id));
      const { http: settings, ...rest } = body;
      shop.integrations.change(integration, {
        ...rest,
        ...(settings && { http: { ...integration.http, ...withDefaults(settings, integration) } }),
        ...(rest.deactivated_datetime === null && { failures: 0 }),
        updated_datetime: shop.stamp(),
      });
      shop.record("integration-updated", { type: "Integration", id: integration.id }, userId);
      return integrationShape(integration);
    },
  );

  app.delete("/integrations/:id", { schema: { params: idPath } }, ({ params, userId }, reply) => {
    const integration = ownIntegration(shop.integrations.one(params.id));
    shop.integrations.remove(integration);
    shop.record("integration-deleted", { type: "Integration", id: integration.id }, userId);
    return reply.code(204).send();
  });
}

/** What is kept of the settings; the secret is not shown again, nor used. */
function withDefaults(
  given: NonNullable<z.output<typeof updateBody>["http"]>,
  before?: Integration,
): NonNullable<Integration["http"]> {
  const { hmac_secret: _secret, ...settings } = given;
  return {
    method: "POST",
    request_content_type: "application/json",
    response_content_type: "application/json",
    form: null,
    headers: {},
    triggers: {},
    ...before?.http,
    ...settings,
  };
}

function ownIntegration(integration: Integration): Integration {
  if (integration.type === "http") return integration;
  throw new Problem(403, "Only integrations of type http can be changed here.");
}
