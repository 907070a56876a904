import type { Stop } from "./stop";

/** What works on records of any kind. */
export const anything: readonly Stop[] = [
  { action: "search", inputs: { type: "customer", query: "robin tour" } },
  {
    action: "exportList",
    inputs: {
      resource: "tickets",
      filters: [{ key: "trashed", value: "false" }],
      columns: "id, subject, customer.email, tags.name",
      maxItems: "150",
    },
  },
  {
    action: "rawRequest",
    inputs: { method: "GET", url: "/tags", queryParams: [{ key: "limit", value: "3" }] },
  },
];
