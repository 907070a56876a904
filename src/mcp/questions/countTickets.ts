import { operation } from "../../actions/action";
import { MOST_DAYS } from "../../actions/statistics/reportBounds";
import { jsonContent } from "../../client/content";
import { isObject, type JsonObject } from "../../client/json";
import { readPage } from "../../client/pages";
import { choice } from "../../fields/choice";
import { required } from "../../fields/field";
import { wholeNumber } from "../../fields/number";
import { LARGEST_REPORT_PAGE } from "../../inputs/statistics";
import { SECOND } from "../../schemas/instant";
import { freeForm, integer, listOf, nullable, object, text } from "../../schemas/schema";
import { withHelp } from "../reports/reportingStatistic";
import { type Counted, countedRows } from "./countedRows";
import { from, type Period, periodOf, shown, timezone, to } from "./period";

/** What tickets are counted by, and how a report says it (docs/gorgias-api.md, "Statistics"). */
const BY = ["channel", "tag", "agent", "day", "week", "month"] as const;

/** Which tickets, and the date that they are counted by (docs/gorgias-api.md, "Statistics"). */
const DATES = {
  created: "createdDatetime",
  closed: "closedDatetime",
  replied: "createdDatetime",
} as const;

const WHICH = ["created", "closed", "replied"] as const;

const USUAL_ROWS = 50;

/** How many tickets there were. */
export const countTickets = operation({
  route: "POST /reporting/stats{?limit}",
  readOnly: true,
  label: "Count Tickets",
  description:
    "Count the tickets that were created, closed or replied to in a period: in all, or by channel, tag, agent, day, week or month.",
  guidance:
    "The short way to how many. For messages, times, scores or two dimensions at once use {getReportingStatistic}. Returns { total, rows }, the largest first and dates in their order; days without tickets may be missing. Agents and tags have their names; agent_id null is nobody's. left_out says what is missing.",
  inputs: {
    from: required(from),
    to,
    timezone,
    by: choice(BY, {
      label: "By",
      comments: "What a row stands for. Left out, only the total comes.",
    }),
    tickets: choice(WHICH, {
      label: "Tickets",
      comments:
        "Which tickets count: created in the period (the default), closed in it, or replied to. By tag there is no choice: tickets with the tag count, by a date that Gorgias does not document.",
    }),
    limit: wholeNumber({
      label: "Limit",
      example: "50",
      min: 1,
      max: 366,
      comments: `How many channels, tags or agents, the largest first. ${USUAL_ROWS} by default.`,
    }),
  },
  check(values, { refuse }) {
    const { start = 0, end = 0 } = closed(periodOf(values));
    const days = (end - start) / SECOND / 86_400;
    if (days > MOST_DAYS) {
      refuse(
        values.to ? "to" : "from",
        `the period has ${Math.ceil(days)} days, and Gorgias counts ${MOST_DAYS} at most. Ask for a part of it at a time.`,
      );
    }
    if (days <= 0) {
      refuse(values.to ? "to" : "from", "the period ends before it begins.");
    }
    if (values.by === "tag" && values.tickets !== undefined) {
      refuse("tickets", "cannot be chosen where tickets are counted by tag. Leave it out.");
    }
  },
  returns: {
    schema: object(
      { counted: text, from: text, to: text, timezone: text, total: nullable(integer) },
      { rows: listOf(freeForm), left_out: text },
    ),
    example: {
      data: {
        counted: "tickets created, by channel",
        from: "2026-03-01T00:00:00Z",
        to: "2026-04-01T00:00:00Z",
        timezone: "UTC",
        total: 42,
        rows: [{ channel: "email", tickets: 42 }],
      },
    },
  },
  async perform(gorgias, { by, tickets = "created", limit = USUAL_ROWS, ...period }) {
    const { start, end, timezone } = closed(periodOf(period));
    const scope = by === "tag" ? "tags" : `tickets-${tickets}`;
    const counted: Counted = { by, date: by === "tag" ? "timestamp" : DATES[tickets] };
    const query = {
      scope,
      timezone,
      filters: [
        { member: "periodStart", operator: "afterDate", values: [shown(start)] },
        { member: "periodEnd", operator: "beforeDate", values: [shown(end)] },
      ],
      measures: ["ticketCount"],
      ...questionFor(counted),
    };
    const list = {
      path: "/reporting/stats",
      query: { limit: LARGEST_REPORT_PAGE },
      content: jsonContent({ query }),
    };
    const { data, meta } = await withHelp(readPage<unknown>(gorgias, list), scope);
    const rows = await countedRows(gorgias, data.filter(isObject), counted, limit);
    const notes = [
      rows.left_out,
      meta.next_cursor &&
        `Gorgias has more than ${LARGEST_REPORT_PAGE} rows: ask for less at a time.`,
    ].filter(Boolean);
    return {
      data: {
        counted: `tickets ${by === "tag" ? "with a tag" : tickets}${by ? `, by ${by}` : ""}`,
        from: shown(start) ?? "",
        to: shown(end) ?? "",
        timezone,
        total: rows.total,
        ...(by && { rows: rows.rows }),
        ...(notes.length > 0 && { left_out: notes.join(" ") }),
      },
    };
  },
});

function questionFor({ by, date }: Counted): JsonObject {
  switch (by) {
    case undefined:
      return {};
    case "channel":
      return { dimensions: ["channel"] };
    case "tag":
      return { dimensions: ["tagId"] };
    case "agent":
      return { dimensions: ["agentId"] };
    default:
      return { time_dimensions: [{ dimension: date, granularity: by }] };
  }
}

/** A period without an end goes on until now. */
function closed({ start, end = Date.now() * 1000, timezone }: Period): Period {
  return { start, end, timezone };
}
