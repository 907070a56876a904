import { choice, openChoice } from "../fields/choice";
import { datetime } from "../fields/datetime";
import { required, starred } from "../fields/field";
import { json } from "../fields/json";
import { texts } from "../fields/list";
import { wholeNumber } from "../fields/number";
import { pathPart, text } from "../fields/text";
import { FAULTY_SCOPES, GRANULARITIES, REPORT_SCOPES, TIME_DIMENSIONS } from "../schemas/statistic";
import { reportQuery, statisticFilters } from "./shapes";

/** The most rows of a report that Gorgias puts on one page (docs/gorgias-api.md, "Statistics"). */
export const LARGEST_REPORT_PAGE = 10_000;

/** The question that a report answers: as a form, and as JSON for what the form does not say. */
export const reportQuestion = {
  scope: starred(
    openChoice(REPORT_SCOPES, {
      label: "Scope",
      example: "tickets-created",
      comments: `What the report is about. ${FAULTY_SCOPES.join(", ")} failed at Gorgias when they were tried.`,
    }),
  ),
  start: starred(
    datetime({
      label: "Start",
      example: "2026-03-01T00:00:00Z",
      comments: "Where the period begins.",
    }),
  ),
  end: starred(
    datetime({
      label: "End",
      example: "2026-04-01T00:00:00Z",
      comments: "Where the period ends: at most 366 days after Start.",
    }),
  ),
  measures: texts({
    label: "Measures",
    example: "ticketCount",
    comments: "What is counted, by Gorgias' names, such as ticketCount. They depend on the scope.",
  }),
  dimensions: texts({
    label: "Dimensions",
    example: "channel",
    comments:
      "What it is counted by, by Gorgias' names: a row for each value. They depend on the scope; teamId is not one of them.",
  }),
  granularity: choice(GRANULARITIES, {
    label: "Granularity",
    comments: "Counts by time as well: a row for each hour, day, week or month.",
  }),
  timeDimension: choice(TIME_DIMENSIONS, {
    label: "Time Dimension",
    comments:
      "The date that Granularity goes by. Left blank, it is createdDatetime for tickets-created, closedDatetime for tickets-closed, sentDatetime for messages-sent and response times, and timestamp for tags; other scopes need it.",
  }),
  timezone: text({
    label: "Timezone",
    example: "Europe/Paris",
    comments:
      "Where days begin, by the timezone's name in the IANA list. Left blank, it is UTC. Start and End have a zone of their own.",
  }),
  query: json(reportQuery, {
    label: "Query",
    example:
      '{ "filters": [{ "member": "customFieldId", "operator": "one-of", "values": ["8802"] }] }',
    comments:
      "The question as JSON in Gorgias' words, whole or for what no other input says: scope, timezone, filters, measures, dimensions, time_dimensions, order. The other inputs win over it. The scope ticket-fields needs a filter on customFieldId, and ticket-sla takes one on slaPolicyUuid.",
  }),
};

/** How many rows a page of a report has. */
export const reportLimit = wholeNumber({
  label: "Limit",
  example: "100",
  min: 1,
  max: LARGEST_REPORT_PAGE,
  comments: "How many rows to return, 1 to 10,000. Left blank, Gorgias returns 30.",
});

/** The name of a legacy statistic. There are others (docs/gorgias-api.md, "Statistics"). */
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
