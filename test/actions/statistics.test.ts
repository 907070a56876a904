import component from "../../src";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const period = (start: string | null, end: string | null) => [
  { member: "periodStart", operator: "afterDate", values: [start] },
  { member: "periodEnd", operator: "beforeDate", values: [end] },
];
const query = {
  scope: "tickets-created",
  filters: period("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
  timezone: "UTC",
  measures: ["ticketCount"],
};
const filters = {
  period: { start_datetime: "2026-01-01T00:00:00Z", end_datetime: "2026-02-01T00:00:00Z" },
};
const rows = (data: unknown[], next_cursor: string | null) => ({
  data,
  meta: { prev_cursor: null, next_cursor },
});

describe("Get Reporting Statistic", () => {
  it("asks for one page, with Cursor and Limit as query parameters", async () => {
    gorgias()
      .post("/api/reporting/stats?cursor=c&limit=10000", { query })
      .reply(200, rows([{ ticketCount: 1 }], "d"));
    await expect(
      run("getReportingStatistic", { query: JSON.stringify(query), cursor: "c", limit: "10000" }),
    ).resolves.toEqual(rows([{ ticketCount: 1 }], "d"));
  });

  it("reads every page when Fetch All is on, as large as Gorgias allows", async () => {
    const path = "/api/reporting/stats?limit=10000";
    gorgias()
      .post(path, { query })
      .reply(200, rows([{ n: 1 }], "second"));
    gorgias()
      .post(`${path}&cursor=second`, { query })
      .reply(200, rows([{ n: 2 }], null));
    await expect(run("getReportingStatistic", { query, fetchAll: true })).resolves.toEqual(
      rows([{ n: 1 }, { n: 2 }], null),
    );
  });

  const asking = (start: string | null, end: string | null, others: object = {}) => ({
    ...query,
    filters: period(start, end),
    ...others,
  });

  it.each([
    ["2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
    ["2025-01-01", "2026-01-02"],
    // What is no date is for Gorgias to refuse.
    ["last year", "2026-01-02"],
    [null, "2026-01-02"],
  ])("asks for a period from %s to %s", async (start, end) => {
    gorgias().post("/api/reporting/stats").reply(200, rows([], null));
    await run("getReportingStatistic", { query: asking(start, end) });
  });

  it.each([
    ["2024-01-01T00:00:00Z", "2025-01-01T00:00:01Z", 367],
    ["2025-01-01", "2026-01-03", 367],
    ["2026-01-01T00:00:00+02:00", "2030-01-01T00:00:00+02:00", 1461],
  ])("refuses a period from %s to %s", async (start, end, days) => {
    await expect(
      failure("getReportingStatistic", { query: asking(start, end) }),
    ).resolves.toMatchObject({
      name: "InputError",
      message: `Query: the period has ${days} days, and Gorgias allows 366 at most. Ask for a part of it at a time.`,
    });
  });

  it("sends a Query that is whole as it stands, also without a period", async () => {
    const whole = { scope: "tickets-created", timezone: "UTC", filters: [] };
    gorgias().post("/api/reporting/stats", { query: whole }).reply(200, rows([], null));
    await run("getReportingStatistic", { query: whole });
  });

  it("asks for ticket fields with a filter on customFieldId, and refuses it without one", async () => {
    const scope = "ticket-fields";
    const field = { member: "customFieldId", operator: "one-of", values: ["51"] };
    const filters = [...query.filters, field];
    gorgias()
      .post("/api/reporting/stats", { query: { ...query, scope, filters } })
      .reply(200, rows([], null));
    await run("getReportingStatistic", { query: { ...query, scope, filters } });
    await expect(
      failure("getReportingStatistic", { query: { ...query, scope } }),
    ).resolves.toMatchObject({
      message: expect.stringMatching(
        /^Query: the scope ticket-fields needs a filter .*customFieldId/,
      ),
    });
  });

  const form = { scope: "tickets-created", start: "2026-03-01", end: "2026-04-01" };
  const march = period("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
  const asked = { scope: "tickets-created", timezone: "UTC", filters: march };

  it.each<[string, object, object]>([
    ["scope and period alone, in UTC", {}, {}],
    [
      "what is counted, by what, and where days begin",
      { measures: "ticketCount", dimensions: ["channel", "agentId"], timezone: "Europe/Paris" },
      { measures: ["ticketCount"], dimensions: ["channel", "agentId"], timezone: "Europe/Paris" },
    ],
    [
      "a row for each day, by the scope's own date",
      { granularity: "day" },
      { time_dimensions: [{ dimension: "createdDatetime", granularity: "day" }] },
    ],
    [
      "a row for each week, by another date",
      { granularity: "week", timeDimension: "updatedDatetime" },
      { time_dimensions: [{ dimension: "updatedDatetime", granularity: "week" }] },
    ],
    ["a scope that nobody knows yet", { scope: "new-scope" }, { scope: "new-scope" }],
  ])("asks without JSON for %s", async (_what, given, expected) => {
    gorgias()
      .post("/api/reporting/stats", { query: { ...asked, ...expected } })
      .reply(200, rows([], null));
    await run("getReportingStatistic", { ...form, ...given });
  });

  it("takes further filters and the order from Query, and from the form what both say", async () => {
    const further = { member: "channel", operator: "one-of", values: ["email"] };
    const order = [["ticketCount", "desc"]];
    gorgias()
      .post("/api/reporting/stats", {
        query: { ...asked, timezone: "Europe/Paris", filters: [...march, further], order },
      })
      .reply(200, rows([], null));
    await run("getReportingStatistic", {
      ...form,
      query: {
        scope: "tags",
        timezone: "Europe/Paris",
        filters: [...period("2020-01-01", "2020-02-01"), further],
        order,
      },
    });
  });

  it.each<[Record<string, unknown>, string]>([
    [
      { ...form, end: "2027-03-03" },
      "End: the period has 367 days, and Gorgias allows 366 at most. Ask for a part of it at a time.",
    ],
    [{ ...form, end: "2026-02-01" }, "End: the period ends before it begins."],
    [
      { ...form, scope: "online-time", granularity: "day" },
      "Granularity: needs a Time Dimension beside it for this scope.",
    ],
    // Nothing says which date Gorgias counts received messages by.
    [
      { ...form, scope: "messages-received", granularity: "day" },
      "Granularity: needs a Time Dimension beside it for this scope.",
    ],
    [{ ...form, timeDimension: "timestamp" }, "Time Dimension: needs a Granularity beside it."],
    [
      {},
      "Scope: is blank: fill it in, or say it in Query.\nStart: is blank: fill it in, or say it in Query.\nEnd: is blank: fill it in, or say it in Query.",
    ],
    [
      { query: { filters: query.filters, timezone: "UTC" } },
      "Query: has no scope, and no other input says it.",
    ],
    [
      { scope: "tags", query: { filters: [{ member: "channel", values: ["email"] }] } },
      "Query: has no filter on periodStart, and no other input says it.\nQuery: has no filter on periodEnd, and no other input says it.",
    ],
    [
      { query: { scope: "tags" }, start: "2026-03-01" },
      "Query: has no filter on periodEnd, and no other input says it.",
    ],
    [{ query, limit: 10001 }, "Limit: expected a whole number from 1 to 10000, got 10001."],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("getReportingStatistic", inputs)).resolves.toMatchObject({ message });
  });

  it("tells in its form what is only known from others", () => {
    const { inputs = [] } = component.actions?.getReportingStatistic ?? {};
    const told = inputs.map(({ comments }) => comments).join(" ");
    for (const word of [
      "366 days",
      "timestamp for tags",
      "sentDatetime",
      "slaPolicyUuid",
      "teamId",
      "online-time, voice-calls",
      "returns 30",
    ]) {
      expect(told).toContain(word);
    }
  });
});

describe("legacy statistics", () => {
  it("are asked for by name", async () => {
    gorgias().post("/api/stats/support-volume", { filters }).reply(200, { data: {} });
    await expect(run("getStatistic", { name: "support-volume", filters })).resolves.toEqual({
      data: {},
    });
  });

  it("are downloaded as a file", async () => {
    gorgias()
      .post("/api/stats/support-volume/download", { filters })
      .reply(200, "day,count\r\n", { "content-type": "text/csv" });
    await expect(
      run("downloadStatistic", { name: "support-volume", filters: JSON.stringify(filters) }),
    ).resolves.toEqual(Buffer.from("day,count\r\n"));
  });

  it.each([
    [{ name: "", filters }, "Name: this input is required and was left blank."],
    [
      { name: "../account", filters },
      'Name: expected one part of an address, without slashes, got "../account".',
    ],
    [{ name: "overview", filters: {} }, "Filters.period: expected an object, got nothing."],
  ])("refuse %j", async (inputs, message) => {
    await expect(failure("getStatistic", inputs)).resolves.toMatchObject({ message });
  });

  it.each(["getStatistic", "downloadStatistic"])(
    "%s is called legacy, names what replaces it, and no day on which it ends",
    (key) => {
      const { display, inputs } = component.actions?.[key] ?? {};
      expect(display?.label).toMatch(/ Legacy Statistic$/);
      expect(display?.description).toContain("use Get Reporting Statistic instead");
      expect(JSON.stringify([display, inputs])).not.toMatch(/20\d\d-12-31/);
    },
  );
});
