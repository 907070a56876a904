import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** The address of the tour's customer. */
export const TOUR_EMAIL = "robin.tour@example.com";

/** The customer of the tour, whom {@link cleaning} deletes again. */
export const customers: readonly Stop[] = [
  {
    action: "createCustomer",
    inputs: {
      name: "Robin Tour",
      email: TOUR_EMAIL,
      language: "en",
      timezone: "Europe/Paris",
      channels: '[{ "type": "phone", "address": "+33612345678" }]',
      meta: '{ "tier": "silver" }',
    },
  },
  { action: "findOrCreateCustomer", inputs: { email: TOUR_EMAIL, name: "Robin Tour" } },
  { action: "getCustomer", inputs: { id: earlier("createCustomer", "id") } },
  {
    action: "updateCustomer",
    inputs: { id: earlier("createCustomer", "id"), note: "Prefers e-mail to the phone." },
  },
  {
    action: "updateCustomerData",
    inputs: {
      customer_id: earlier("createCustomer", "id"),
      data: '{ "loyalty": { "tier": "gold", "points": 1240 } }',
    },
  },
  { action: "listCustomers", inputs: { email: TOUR_EMAIL } },
  { action: "listCustomers", inputs: { id: earlier("createCustomer", "id") } },
];
