import type { Stop } from "./stop";

/** What the statistics of the tour look at. */
const PERIOD = { start_datetime: "2026-01-01T00:00:00Z", end_datetime: "2027-01-01T00:00:00Z" };

/** The tickets of that time, by month. */
const REPORT = {
  scope: "tickets-created",
  timezone: "UTC",
  filters: [
    { member: "periodStart", operator: "afterDate", values: [PERIOD.start_datetime] },
    { member: "periodEnd", operator: "beforeDate", values: [PERIOD.end_datetime] },
  ],
  measures: ["ticketCount"],
  time_dimensions: [{ dimension: "createdDatetime", granularity: "month" }],
};

/** Statistics. */
export const statistics: readonly Stop[] = [
  { action: "getReportingStatistic", inputs: { query: REPORT } },
  { action: "getStatistic", inputs: { name: "support-volume", filters: { period: PERIOD } } },
  { action: "downloadStatistic", inputs: { name: "support-volume", filters: { period: PERIOD } } },
];
