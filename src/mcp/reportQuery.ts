import { FAULTY_SCOPES, REPORT_SCOPES } from "../schemas/statistic";
import type { Difference } from "./tool";

/** The question of a report whole, as Gorgias takes it (docs/gorgias-api.md, "Statistics"): the inputs that say it in a form are not offered. */
export const REPORT_QUERY: Difference = {
  name: "query",
  required: true,
  accepts: {
    type: "object",
    properties: {
      scope: { type: "string" },
      filters: { type: "array", items: { type: "object" } },
      timezone: { type: "string" },
      measures: { type: "array", items: { type: "string" } },
      dimensions: { type: "array", items: { type: "string" } },
      time_dimensions: { type: "array", items: { type: "object" } },
      order: { type: "array", items: { type: "array" } },
    },
    required: ["scope", "filters", "timezone"],
  },
  comments: `The question: scope, filters (among them periodStart and periodEnd) and timezone; dimensions, measures, time_dimensions and order if you like. For example { "scope": "tickets-created", "timezone": "UTC", "filters": [{ "member": "periodStart", "operator": "afterDate", "values": ["2026-03-01T00:00:00Z"] }, { "member": "periodEnd", "operator": "beforeDate", "values": ["2026-04-01T00:00:00Z"] }], "measures": ["ticketCount"], "time_dimensions": [{ "dimension": "createdDatetime", "granularity": "day" }] }. The period has at most 366 days. Scopes: ${REPORT_SCOPES.join(", ")}. Known limits: tags wants the time dimension timestamp, response times want sentDatetime; ticket-fields needs a filter on customFieldId, and ticket-sla takes one on slaPolicyUuid; teamId is no dimension; ${FAULTY_SCOPES.join(", ")} failed at Gorgias.`,
};
