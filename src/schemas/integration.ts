import {
  anything,
  boolean,
  type Described,
  freeForm,
  integer,
  moment,
  nullable,
  object,
  type Resource,
  type Schema,
  text,
} from "./schema";

/** What can call an HTTP integration (docs/gorgias-api.md, "Webhooks"). */
export const INTEGRATION_TRIGGERS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
] as const;

/** What a ticket went through when an HTTP integration is called. */
export type IntegrationTrigger = (typeof INTEGRATION_TRIGGERS)[number];

/** How an HTTP integration can call (docs/gorgias-api.md, "Webhooks"). */
export const INTEGRATION_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const;

/** What an HTTP integration can send (docs/gorgias-api.md, "Webhooks"). */
export const REQUEST_CONTENT_TYPES = [
  "application/json",
  "application/x-www-form-urlencoded",
] as const;

/** What an HTTP integration can be answered (docs/gorgias-api.md, "Webhooks"). */
export const RESPONSE_CONTENT_TYPES = ["application/json"] as const;

const httpSchema = object(
  { url: text },
  {
    method: text,
    request_content_type: text,
    response_content_type: text,
    headers: nullable(freeForm),
    form: anything,
    triggers: freeForm as Schema<Record<string, boolean>>,
    oauth2: anything,
  },
);

const integrationSchema = object(
  { id: integer, name: text, type: text },
  {
    description: nullable(text),
    decoration: nullable(freeForm),
    http: nullable(httpSchema),
    meta: nullable(freeForm),
    user: nullable(object({ id: integer })),
    uri: text,
    application_id: anything,
    managed: boolean,
    business_hours_id: nullable(integer),
    created_datetime: moment,
    updated_datetime: nullable(moment),
    deactivated_datetime: nullable(moment),
    locked_datetime: nullable(moment),
  },
);

/** A mailbox, a chat, a shop, a webhook and so on (docs/gorgias-api.md, "Integrations"). */
export type Integration = Described<typeof integrationSchema>;

/** What integrations are. */
export const integration: Resource<Integration> = {
  schema: integrationSchema,
  example: {
    id: 116873,
    name: "Order system",
    type: "http",
    description: null,
    http: {
      url: "https://example.com/gorgias",
      method: "POST",
      request_content_type: "application/json",
      response_content_type: "application/json",
      headers: {},
      form: { ticket: "{{ticket.id}}" },
      triggers: { "ticket-created": true },
    },
    user: { id: 400746608 },
    uri: "/api/integrations/116873/",
    application_id: null,
    managed: false,
    business_hours_id: null,
    created_datetime: "2024-11-14T13:56:16.494726+00:00",
    updated_datetime: "2024-11-14T13:56:16.494726+00:00",
    deactivated_datetime: null,
    locked_datetime: null,
  },
};
