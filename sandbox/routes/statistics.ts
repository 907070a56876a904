import { z } from "zod";
import type { Api, RouteContext } from "../api";
import { isoFromMicros, type Micros } from "../clock";
import { datetime, digits } from "../parameters";
import { invalid } from "../problem";
import {
  countBy,
  dimensionsOf,
  type Fact,
  factsOf,
  type Key,
  LEGACY_STATISTICS,
  SCOPES,
} from "../shop/statistics";

/** Pages are asked for in the query, not in the body (`docs/gorgias-api.md`, "Statistics"). */
const reportQuery = z.strictObject({
  cursor: z.string().max(512).optional(),
  limit: digits.pipe(z.int().min(1).max(10_000)).default(30),
});

const filter = z.looseObject({
  member: z.string(),
  operator: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.boolean()])),
});

const reportBody = z.strictObject({
  query: z.strictObject({
    scope: z.enum(SCOPES),
    filters: z.array(filter),
    timezone: z.string().min(1),
    dimensions: z.array(z.string()).default([]),
    measures: z.array(z.string()).default(["count"]),
    time_dimensions: z
      .array(
        z.strictObject({
          dimension: z.enum([
            "closedDatetime",
            "createdDatetime",
            "sentDatetime",
            "updatedDatetime",
            "firstAgentMessageDatetime",
            "timestamp",
            "anchorDatetime",
          ]),
          granularity: z.enum(["hour", "day", "week", "month"]),
        }),
      )
      .default([]),
    order: z.array(z.tuple([z.string(), z.enum(["asc", "desc"])])).default([]),
  }),
});
type Report = z.output<typeof reportBody>["query"];

const legacyBody = z.strictObject({
  filters: z.looseObject({
    period: z.strictObject({ start_datetime: datetime, end_datetime: datetime }),
  }),
});

const legacyPath = z.object({ name: z.string() });

/** Statistics: the reports, and the legacy ones before them. */
export function statisticsRoutes(api: Api, { shop, pages }: RouteContext): void {
  api.post(
    "/reporting/stats",
    { schema: { querystring: reportQuery, body: reportBody }, config: { needs: "observer-agent" } },
    ({ url, query, body }) => {
      const rows = reportRows(body.query, factsOf(shop, body.query.scope));
      const { data, meta } = pages.rows(url, query, rows);
      return { data, meta };
    },
  );

  api.post(
    "/stats/:name",
    { schema: { params: legacyPath, body: legacyBody }, config: { needs: "observer-agent" } },
    ({ params, body }) => {
      const lines = legacyLines(params.name, body, factsOf(shop, scopeOf(params.name)));
      return {
        data: { data: params.name === "overview" ? overview(lines) : { lines } },
        meta: {
          name: params.name,
          start_datetime: isoFromMicros(body.filters.period.start_datetime),
          end_datetime: isoFromMicros(body.filters.period.end_datetime),
        },
      };
    },
  );

  api.post(
    "/stats/:name/download",
    { schema: { params: legacyPath, body: legacyBody }, config: { needs: "agent" } },
    ({ params, body }, reply) => {
      const lines = legacyLines(params.name, body, factsOf(shop, scopeOf(params.name)));
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${params.name}.csv"`)
        .send(["day,count", ...lines.map(({ day, count }) => `${day},${count}`), ""].join("\r\n"));
    },
  );
}

/** One row for each combination of dimensions, in the order asked for. */
function reportRows(report: Report, facts: Iterable<Fact>): Record<string, Key>[] {
  refuseUnknown(report);
  const { start, end } = periodOf(report);
  const clock = clockIn(report.timezone);
  const keys = (fact: Fact): Key[] => [
    ...report.dimensions.map((name) => fact[name] ?? null),
    ...report.time_dimensions.map(({ granularity }) => startOf(clock(fact.at), granularity)),
  ];
  const names = [...report.dimensions, ...report.time_dimensions.map((time) => time.dimension)];
  const within = (fact: Fact) => fact.at >= start && fact.at < end;
  const rows = countBy(facts, within, keys).map(({ values, count }) => ({
    ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])),
    ...Object.fromEntries(report.measures.map((name) => [name, count])),
  }));
  const order: (readonly [string, "asc" | "desc"])[] =
    report.order.length > 0 ? report.order : names.map((name) => [name, "asc"]);
  return rows.sort((a: Record<string, Key>, b: Record<string, Key>) => {
    for (const [name, direction] of order) {
      const [x, y] = [a[name] ?? "", b[name] ?? ""];
      if (x !== y) return x < y === (direction === "asc") ? -1 : 1;
    }
    return 0;
  });
}

/** 400 for what a scope lacks, with what it has (`docs/gorgias-api.md`, "Statistics"). */
function refuseUnknown({ scope, dimensions, time_dimensions: dates, filters }: Report): void {
  const known = dimensionsOf(scope);
  const unknown = dimensions.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw invalid("query.dimensions", `${unknown} is not one of: ${known.join(", ")}.`);
  }
  if (scope === "tags" && dates.some(({ dimension }) => dimension !== "timestamp")) {
    throw invalid("query.time_dimensions", "Of tags, timestamp is the only one.");
  }
  if (scope === "ticket-fields" && !filters.some(({ member }) => member === "customFieldId")) {
    throw invalid("query.filters", "A filter on customFieldId is required.");
  }
}

/** The period comes as two of the filters (`docs/gorgias-api.md`, "Statistics"). */
function periodOf({ filters }: Report): { start: Micros; end: Micros } {
  const momentOf = (member: string, operator: string): Micros => {
    const index = filters.findIndex((given) => given.member === member);
    const given = filters[index];
    if (given === undefined) throw invalid("query.filters", `A filter on ${member} is required.`);
    if (given.operator !== operator) {
      throw invalid(`query.filters.${index}.operator`, `The operator of ${member} is ${operator}.`);
    }
    const moment = datetime.safeParse(given.values[0]);
    if (!moment.success) throw invalid(`query.filters.${index}.values`, "Not a valid datetime.");
    return moment.data;
  };
  return { start: momentOf("periodStart", "afterDate"), end: momentOf("periodEnd", "beforeDate") };
}

function legacyLines(
  name: string,
  { filters }: z.output<typeof legacyBody>,
  facts: Iterable<Fact>,
): { day: string; count: number }[] {
  if (!LEGACY_STATISTICS.includes(name)) throw invalid("name", `There is no statistic ${name}.`);
  const { start_datetime: start, end_datetime: end } = filters.period;
  return countBy(
    facts,
    (fact) => fact.at >= start && fact.at <= end,
    (fact) => [startOf(new Date(Math.floor(fact.at / 1000)), "day").slice(0, 10)],
  )
    .map(({ values: [day = ""], count }) => ({ day, count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The figures of a period, as in `test/schemas/recorded/stats-overview.json`. */
function overview(lines: ReturnType<typeof legacyLines>) {
  const value = lines.reduce((sum, { count }) => sum + count, 0);
  return [{ name: "total_new_tickets", type: "number", value, delta: 0, more_is_better: true }];
}

function scopeOf(name: string): (typeof SCOPES)[number] {
  if (name.includes("closed")) return "tickets-closed";
  if (name.includes("messages-received")) return "messages-received";
  return name.includes("messages") ? "messages-sent" : "tickets-created";
}

/** The clock of a time zone: a moment as a date whose UTC fields are what it shows. */
function clockIn(timeZone: string): (at: Micros) => Date {
  try {
    const clock = new Intl.DateTimeFormat("sv", {
      timeZone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    return (at) => new Date(`${clock.format(at / 1000).replace(" ", "T")}Z`);
  } catch {
    throw invalid("query.timezone", "Not a valid time zone.");
  }
}

/** When the hour, day, week or month of a time began. */
function startOf(shown: Date, granularity: "hour" | "day" | "week" | "month"): string {
  const date = new Date(shown);
  date.setUTCMinutes(0, 0, 0);
  if (granularity !== "hour") date.setUTCHours(0);
  if (granularity === "week") date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  if (granularity === "month") date.setUTCDate(1);
  return `${date.toISOString().slice(0, 19)}.000`;
}
