import { required } from "../fields/field";
import { json } from "../fields/json";
import { wholeNumber } from "../fields/number";
import { pathPart } from "../fields/text";
import { FAULTY_SCOPES, REPORT_SCOPES } from "../schemas/statistic";
import { reportQuery, statisticFilters } from "./shapes";

/** The most rows of a report that Gorgias puts on one page (docs/gorgias-api.md, "Statistics"). */
export const LARGEST_REPORT_PAGE = 10_000;

/** The question that a report answers. */
export const query = required(
  json(reportQuery, {
    label: "Query",
    example:
      '{ "scope": "tickets-created", "timezone": "UTC", "filters": [{ "member": "periodStart", "operator": "afterDate", "values": ["2026-03-01T00:00:00Z"] }, { "member": "periodEnd", "operator": "beforeDate", "values": ["2026-04-01T00:00:00Z"] }], "measures": ["ticketCount"] }',
    comments: `The question, as JSON: scope, filters (among them periodStart and periodEnd) and timezone; dimensions, measures, time_dimensions and order if you like. The period has at most 366 days. Scopes: ${REPORT_SCOPES.join(", ")}. Known limits: tags wants the time dimension timestamp, response times want sentDatetime; ticket-fields needs a filter on customFieldId, and ticket-sla takes one on slaPolicyUuid; teamId is no dimension; ${FAULTY_SCOPES.join(", ")} failed at Gorgias.`,
  }),
);

/** How many rows a page of a report has. */
export const reportLimit = wholeNumber({
  label: "Limit",
  example: "100",
  min: 1,
  max: LARGEST_REPORT_PAGE,
  comments: "How many rows to return, 1 to 10,000. Left blank, Gorgias returns 30.",
});

/** The name of a legacy statistic. Others than these exist (docs/gorgias-api.md, "Statistics"). */
export const statisticName = required(
  pathPart({
    label: "Name",
    example: "support-volume",
    comments:
      "The statistic's name: overview, total-tickets-created, total-tickets-replied, total-tickets-closed, total-messages-sent, total-messages-received, median-first-response-time, median-resolution-time, total-one-touch-tickets, support-volume, resolution-time, first-response-time, tickets-created-per-hour-per-weekday, tickets-per-tag, tickets-created-per-channel, tickets-created-per-channel-per-day, tickets-closed-per-agent, tickets-closed-per-agent-per-day, messages-sent-per-macro, satisfaction-surveys, and others. Where Gorgias says that it does not exist, use Get Reporting Statistic.",
  }),
);

/** What a legacy statistic counts. */
export const filters = required(
  json(statisticFilters, {
    label: "Filters",
    example:
      '{ "period": { "start_datetime": "2026-03-01T00:00:00Z", "end_datetime": "2026-04-01T00:00:00Z" } }',
    comments:
      "What to count, as JSON: a period with start_datetime and end_datetime, and further filters if you like.",
  }),
);
