import type { Micros } from "../../clock";
import type { Integration } from "../records/integration";

/** Id of the integration that shows the customers' orders. */
export const SHOPIFY_ID = 116_880;

/** Id of the integration that the shared inbox is. */
export const EMAIL_ID = 116_873;

/** Id of the integration that calls come through. */
export const PHONE_ID = 116_887;

/** The shared inbox of the account. */
export const INBOX = { name: "Acme Support", address: "inbox@example.com" } as const;

/** The shared inbox, the shop's own system and its phone, which all came with the account. */
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
  ];
  return made.map((integration, index) => ({
    ...integration,
    description: null,
    http: null,
    userId: null,
    business_hours_id: null,
    failures: 0,
    created_datetime: opened + 21_600_000_307 + index * 1_000_003,
    updated_datetime: opened + 21_600_000_307 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}
