import type { Micros } from "../../clock";
import type { Integration } from "../records/integration";

/** Id of the integration that shows the customers' orders. */
export const SHOPIFY_ID = 116_880;

/** The shared inbox of the account. */
export const INBOX = { name: "Acme Support", address: "inbox@example.com" } as const;

/** The shared inbox and the shop's own system, which both came with the account. */
export function integrations(opened: Micros): Integration[] {
  const made = [
    { id: 116_873, name: INBOX.name, type: "email" },
    { id: SHOPIFY_ID, name: "acme-store", type: "shopify" },
  ];
  return made.map((integration, index) => ({
    ...integration,
    description: null,
    http: null,
    business_hours_id: null,
    failures: 0,
    created_datetime: opened + 21_600_000_307 + index * 1_000_003,
    updated_datetime: opened + 21_600_000_307 + index * 1_000_003,
    deactivated_datetime: null,
  }));
}
