import component from "../../src";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const query = { scope: "tickets-created", filters: [], timezone: "UTC", measures: ["ticketCount"] };
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

  const asking = (start: unknown, end: unknown, others: object = {}) => ({
    ...query,
    filters: [
      { member: "periodStart", operator: "afterDate", values: [start] },
      { member: "periodEnd", operator: "beforeDate", values: [end] },
    ],
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
      message: `Query: the period from periodStart to periodEnd has ${days} days, and Gorgias allows 366 at most. Ask for a part of it at a time.`,
    });
  });

  it("asks for ticket fields with a filter on customFieldId, and refuses it without one", async () => {
    const scope = "ticket-fields";
    const filters = [{ member: "customFieldId", operator: "one-of", values: ["51"] }];
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

  it("tells in its form what is only known from others", () => {
    const { inputs = [] } = component.actions?.getReportingStatistic ?? {};
    const told = inputs.find(({ key }) => key === "query")?.comments;
    for (const word of [
      "366 days",
      "timestamp",
      "sentDatetime",
      "slaPolicyUuid",
      "teamId",
      "online-time, voice-calls",
    ]) {
      expect(told).toContain(word);
    }
    expect(inputs.find(({ key }) => key === "limit")?.comments).toContain("returns 30");
  });

  it.each([
    [{ query: "" }, "Query: this input is required and was left blank."],
    [
      { query: {} },
      "Query.scope: expected text, got nothing.\nQuery.filters: expected a list, got nothing.\nQuery.timezone: expected text, got nothing.",
    ],
    [{ query, limit: 10001 }, "Limit: expected a whole number from 1 to 10000, got 10001."],
  ])("refuses %j", async (inputs, message) => {
    await expect(failure("getReportingStatistic", inputs)).resolves.toMatchObject({ message });
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
