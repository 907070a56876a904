import { anything, freeForm, listOf, object, type Resource } from "./schema";

/** What a report can be about (docs/gorgias-api.md, "Statistics"). */
export const REPORT_SCOPES = [
  "tickets-closed",
  "tickets-created",
  "tickets-open",
  "tickets-replied",
  "one-touch-tickets",
  "zero-touch-tickets",
  "satisfaction-surveys",
  "resolution-time",
  "messages-sent",
  "first-response-time",
  "human-first-response-time",
  "response-time",
  "messages-per-ticket",
  "ticket-handle-time",
  "online-time",
  "tags",
  "auto-qa",
  "messages-received",
  "automation-rate",
  "workload-tickets",
  "automated-interactions",
  "ticket-fields",
  "voice-calls",
  "voice-agent-events",
  "ticket-sla",
  "knowledge-insights",
  "voice-calls-summary",
] as const;

/** What a report can be counted by over time, and how finely (docs/gorgias-api.md, "Statistics"). */
export const TIME_DIMENSIONS = [
  "createdDatetime",
  "closedDatetime",
  "sentDatetime",
  "updatedDatetime",
  "firstAgentMessageDatetime",
  "timestamp",
  "anchorDatetime",
] as const;
export const GRANULARITIES = ["hour", "day", "week", "month"] as const;

/** How a filter of a report compares (docs/gorgias-api.md, "Statistics"). */
export const REPORT_OPERATORS = [
  "one-of",
  "not-one-of",
  "all-of",
  "afterDate",
  "beforeDate",
  "set",
  "inDateRange",
  "contains",
] as const;

/** Scopes that answered nothing but faults when they were tried (docs/gorgias-api.md, "Statistics"). */
export const FAULTY_SCOPES = [
  "automation-rate",
  "online-time",
  "voice-calls",
  "voice-agent-events",
  "voice-calls-summary",
] as const satisfies readonly (typeof REPORT_SCOPES)[number][];

/** Rows of a report. */
export interface Report {
  readonly data: Record<string, unknown>[];
  readonly meta: Record<string, unknown>;
}

/** A report: rows of dimensions and measures (docs/gorgias-api.md, "Statistics"). */
export const report: Resource<Report> = {
  schema: object({ data: listOf(freeForm), meta: freeForm }),
  example: {
    data: [{ createdDatetime: "2026-03-01T00:00:00.000", ticketCount: 42 }],
    meta: { prev_cursor: null, next_cursor: null },
  },
};

/** A legacy statistic. Its shape depends on its name. */
export const statistic: Resource<unknown> = {
  schema: anything,
  example: { data: { data: { lines: [] } }, meta: { name: "support-volume" } },
};

/** A statistic as a table. */
export const statisticFile = {
  schema: { description: "The statistic as CSV." },
  example: { data: Buffer.from("day,count\r\n2026-03-01,42\r\n"), contentType: "text/csv" },
};
