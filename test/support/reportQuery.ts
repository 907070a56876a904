/** What a report can be asked for. */
export const reportQuery = {
  scope: "tickets-created",
  timezone: "UTC",
  filters: [
    { member: "periodStart", operator: "afterDate", values: ["2026-03-01T00:00:00Z"] },
    { member: "periodEnd", operator: "beforeDate", values: ["2026-04-01T00:00:00Z"] },
  ],
};
