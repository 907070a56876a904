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

describe("the older statistics", () => {
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
    "%s says when Gorgias switches it off, and what replaces it",
    (key) => {
      const { display } = component.actions?.[key] ?? {};
      expect(display?.description).toContain("2026-12-31");
      expect(display?.description).toContain("Get Reporting Statistic");
    },
  );
});
