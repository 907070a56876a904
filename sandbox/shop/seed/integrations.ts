import type { Micros } from "../../clock";
import { EMAIL_ID, INBOX, type Integration, PHONE_ID, SHOPIFY_ID } from "../records/integration";

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
