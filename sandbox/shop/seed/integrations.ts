import type { Micros } from "../../clock";
import {
  EMAIL_ID,
  HTTP_ID,
  type HttpSettings,
  httpDefaults,
  INBOX,
  type Integration,
  PHONE_ID,
  SHOPIFY_ID,
} from "../records/integration";

/** A hook that nobody has switched on, at an address that nobody has (RFC 2606, "Reserved"). */
const HOOK: HttpSettings = { url: "https://orders.acme.invalid/gorgias", ...httpDefaults() };

/** The shared inbox, the shop's own system, its phone, and a hook, which all came with the account. */
export function integrations(opened: Micros): Integration[] {
  const made = [
    {
      id: EMAIL_ID,
      name: INBOX.name,
      type: "email",
      meta: { provider: "sendgrid", address: INBOX.address, preferred: true, verified: true },
    },
    { id: SHOPIFY_ID, name: "acme-store", type: "shopify", meta: { shop_name: "acme-store" } },
    { id: PHONE_ID, name: "Acme Hotline", type: "phone", meta: null },
    { id: HTTP_ID, name: "Order system", type: "http", meta: null, http: HOOK },
  ];
  return made.map((integration, index) => ({
    description: null,
    http: null,
    ...integration,
    userId: null,
    business_hours_id: null,
    failures: 0,
    created_datetime: opened + 21_600_000_307 + index * 1_000_003,
    updated_datetime: opened + 21_600_000_307 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}
