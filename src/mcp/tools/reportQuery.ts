import {
  FAULTY_SCOPES,
  GRANULARITIES,
  REPORT_OPERATORS,
  REPORT_SCOPES,
  TIME_DIMENSIONS,
} from "../../schemas/statistic";
import type { Difference } from "./tool";

const TEXTS = { type: "array", items: { type: "string" } } as const;

/** The question of a report whole, as Gorgias takes it (docs/gorgias-api.md, "Statistics"): the inputs that say it in a form are not offered. */
export const REPORT_QUERY: Difference = {
  name: "query",
  required: true,
  accepts: {
    type: "object",
    properties: {
      scope: { type: "string", enum: REPORT_SCOPES },
      filters: {
        type: "array",
        items: {
          type: "object",
          properties: {
            member: { type: "string" },
            operator: { type: "string", enum: REPORT_OPERATORS },
            values: { type: "array" },
          },
        },
      },
      timezone: { type: "string" },
      measures: TEXTS,
      dimensions: TEXTS,
      time_dimensions: {
        type: "array",
        items: {
          type: "object",
          properties: {
            dimension: { type: "string", enum: TIME_DIMENSIONS },
            granularity: { type: "string", enum: GRANULARITIES },
          },
        },
      },
      order: { type: "array", items: { type: "array" } },
    },
    required: ["scope", "filters", "timezone"],
  },
  comments: `For example { "scope": "tickets-created", "timezone": "UTC", "filters": [{ "member": "periodStart", "operator": "afterDate", "values": ["2026-03-01T00:00:00Z"] }, { "member": "periodEnd", "operator": "beforeDate", "values": ["2026-04-01T00:00:00Z"] }], "measures": ["ticketCount"], "dimensions": ["channel"] }, at most 366 days. Other measures: messagesCount, medianFirstResponseTime, medianResolutionTime, averageSurveyScore. Other dimensions: agentId; of tags, tagId. For days: "time_dimensions": [{ "dimension": "createdDatetime", "granularity": "day" }], of tags timestamp. ticket-fields needs a filter on customFieldId. An error says what the scope has. ${FAULTY_SCOPES.join(", ")} failed at Gorgias.`,
};
