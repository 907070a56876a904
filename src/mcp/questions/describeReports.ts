import { operation } from "../../actions/action";
import { openChoice } from "../../fields/choice";
import { freeForm, listOf, object, text } from "../../schemas/schema";
import {
  FAULTY_SCOPES,
  GRANULARITIES,
  REPORT_OPERATORS,
  REPORT_SCOPES,
} from "../../schemas/statistic";
import { NO_DIMENSIONS, SCOPES, scopeNamed } from "../reports/scopes";

/** A question that works as it stands. */
const EXAMPLE = {
  scope: "tickets-created",
  timezone: "Europe/Paris",
  filters: [
    { member: "periodStart", operator: "afterDate", values: ["2026-03-01T00:00:00+01:00"] },
    { member: "periodEnd", operator: "beforeDate", values: ["2026-04-01T00:00:00+02:00"] },
  ],
  measures: ["ticketCount"],
  dimensions: ["channel"],
  time_dimensions: [{ dimension: "createdDatetime", granularity: "week" }],
};

/** What reports can be asked, from what is known here; nothing is sent. */
export const describeReports = operation({
  readOnly: true,
  label: "Describe Reports",
  description: "Say which scopes reports have, with their measures, dimensions and dates.",
  guidance:
    "Ask it before {getReportingStatistic} where a name is not known. Costs no request. Returns { example, operators, granularities, notes, scopes }; an example that works is among it.",
  inputs: {
    scope: openChoice(REPORT_SCOPES, {
      label: "Scope",
      example: "tags",
      comments: "Only this scope. Left out, all of them.",
    }),
  },
  check({ scope }, { refuse }) {
    if (scope !== undefined && !scopeNamed(scope)) {
      refuse("scope", `is not documented by Gorgias. There are: ${REPORT_SCOPES.join(", ")}.`);
    }
  },
  returns: {
    schema: object(
      { example: freeForm, operators: listOf(text), granularities: listOf(text) },
      { notes: listOf(text), scopes: freeForm },
    ),
    example: {
      data: { example: EXAMPLE, operators: [], granularities: [], notes: [], scopes: {} },
    },
  },
  perform: async (_gorgias, { scope }) => ({
    data: {
      example: EXAMPLE,
      operators: [...REPORT_OPERATORS],
      granularities: [...GRANULARITIES],
      notes: [
        "Scopes and operators are documented by Gorgias. Measures, dimensions and dates were found by other clients of it: there may be more.",
        "A period has at most 366 days. Times are in seconds.",
        `Refused as dimensions: ${NO_DIMENSIONS.join(", ")}.`,
        `Failed at Gorgias when they were tried: ${FAULTY_SCOPES.join(", ")}.`,
      ],
      scopes: Object.fromEntries(
        Object.entries(SCOPES).filter(([name]) => scope === undefined || name === scope),
      ),
    },
  }),
});
