import type { Micros } from "../../clock";

/** Id of the integration that shows the customers' orders. */
export const SHOPIFY_ID = 116_880;

/** Id of the integration that the shared inbox is. */
export const EMAIL_ID = 116_873;

/** Id of the integration that calls come through. */
export const PHONE_ID = 116_887;

/** Id of the HTTP integration that the account has. */
export const HTTP_ID = 118_204;

/** The shared inbox of the account. */
export const INBOX = { name: "Acme Support", address: "inbox@example.com" } as const;

/** What an HTTP integration can listen to (`docs/gorgias-api.md`, "Webhooks"). */
export const TRIGGERS = [
  "ticket-created",
  "ticket-updated",
  "ticket-message-created",
  "ticket-self-unsnoozed",
  "ticket-message-failed",
  "ticket-assignment-updated",
  "ticket-status-updated",
  "ticket-handed-over",
] as const;

/** One of these. */
export type Trigger = (typeof TRIGGERS)[number];

/** Where an HTTP integration calls, when, and with what. */
export interface HttpSettings {
  url: string;
  method: string;
  request_content_type: string;
  response_content_type: string;
  form: Record<string, unknown> | null;
  headers: Record<string, string>;
  triggers: { [T in Trigger]?: boolean };
}

/** What settings say that nobody has filled in, beside the address. */
export const httpDefaults = (): Omit<HttpSettings, "url"> => ({
  method: "POST",
  request_content_type: "application/json",
  response_content_type: "application/json",
  form: null,
  headers: {},
  triggers: {},
});

/** A connection to another system; those of type `http` have settings. */
export interface Integration {
  id: number;
  name: string;
  type: string;
  description: string | null;
  http: HttpSettings | null;
  /** What belongs to its type. */
  meta: Record<string, unknown> | null;
  /** Who made it. */
  userId: number | null;
  business_hours_id: number | null;
  /** Deliveries in a row that failed. */
  failures: number;
  created_datetime: Micros;
  updated_datetime: Micros;
  deactivated_datetime: Micros | null;
}
