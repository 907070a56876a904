import { earlier } from "../earlier";
import type { Stop } from "./stop";

/** Deletes what the tour has made, in ways of which each is an action of its own. */
export const cleaning: readonly Stop[] = [
  { action: "deleteTicket", inputs: { id: earlier("createTicket", "id") } },
  { action: "createCustomer", inputs: { name: "Robin Tour-Again" } },
  {
    action: "mergeCustomers",
    inputs: {
      source_id: earlier("createCustomer", "id"),
      target_id: earlier("listCustomers", "data", 0, "id"),
    },
  },
  { action: "createCustomer", inputs: { name: "Robin Tour the Third" } },
  { action: "deleteCustomers", inputs: { ids: [earlier("createCustomer", "id")] } },
  { action: "deleteCustomer", inputs: { id: earlier("listCustomers", "data", 0, "id") } },
];
