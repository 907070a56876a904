import { type Sandbox, startSandbox } from "../../../sandbox";
import { REPORT_SCOPES } from "../../../src/schemas/statistic";
import { gorgias, useWire } from "../../support/wire";
import { asker } from "./asking";

const march = [
  { member: "periodStart", operator: "afterDate", values: ["2026-03-01T00:00:00Z"] },
  { member: "periodEnd", operator: "beforeDate", values: ["2026-04-01T00:00:00Z"] },
];
const query = { scope: "tickets-created", timezone: "UTC", filters: march };

describe("what a report is asked", () => {
  useWire();
  const ask = asker();

  it.each([
    [
      { ...query, dimensions: ["teamId"] },
      "query: teamId is not a dimension of reports. Known of the scope tickets-created: measures ticketCount; dimensions agentId, channel, integrationId, storeId; time dimension createdDatetime.",
    ],
    [
      { ...query, scope: "ticket-sla", dimensions: ["slaPolicyUuid"] },
      "query: slaPolicyUuid is not a dimension of reports. Known of the scope ticket-sla: measures ticketCount; dimensions status; time dimension anchorDatetime. slaPolicyUuid is a member of filters.",
    ],
    [
      {
        ...query,
        scope: "tags",
        time_dimensions: [{ dimension: "createdDatetime", granularity: "day" }],
      },
      "query: the scope tags takes the time dimension timestamp and no other. Known of the scope tags: measures ticketCount; dimensions tagId; time dimension timestamp.",
    ],
  ])("is refused before the request where it is known to be wrong", async (wrong, message) => {
    await expect(ask("getReportingStatistic", { query: wrong })).rejects.toThrow(message);
  });

  it("goes through where nobody knows it", async () => {
    const unknown = { ...query, scope: "weather", dimensions: ["cloud"], measures: ["rain"] };
    gorgias().post("/api/reporting/stats", { query: unknown }).reply(200, { data: [], meta: {} });
    await expect(ask("getReportingStatistic", { query: unknown })).resolves.toMatchObject({
      data: [],
    });
  });

  it.each([
    ["tags", /Known of the scope tags: measures ticketCount; dimensions tagId; time dimension/],
    ["weather", /The scopes that Gorgias documents are tickets-closed, tickets-created, /],
  ])("is explained where Gorgias refuses it: %s", async (scope, help) => {
    gorgias()
      .post("/api/reporting/stats")
      .reply(400, { error: { msg: "Bad measure." } });
    const refused = ask("getReportingStatistic", { query: { ...query, scope } });
    await expect(refused).rejects.toThrow(help);
    await expect(refused).rejects.toThrow("Bad measure.");
  });

  it("is explained where its scope is out of order", async () => {
    gorgias().post("/api/reporting/stats").times(6).reply(500, {});
    await expect(
      ask("getReportingStatistic", { query: { ...query, scope: "online-time" } }),
    ).rejects.toThrow("The scope online-time failed in this way whenever others tried it");
  });

  it("is described by scope, without a request", async () => {
    const all = await ask("describeReports", {});
    expect(Object.keys(all.scopes as object).sort()).toEqual([...REPORT_SCOPES].sort());
    await expect(ask("describeReports", { scope: "tags" })).resolves.toMatchObject({
      scopes: { tags: { measures: ["ticketCount"], dimensions: ["tagId"], dates: ["timestamp"] } },
    });
    await expect(ask("describeReports", { scope: "weather" })).rejects.toThrow(
      "scope: is not documented by Gorgias. There are: tickets-closed,",
    );
  });
});

describe("the example that describes reports", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      tickets: 60,
      rateLimit: false,
      now: () => Date.parse("2026-06-01T12:00:00Z"),
    });
    process.env.GORGIAS_BASE_URL = sandbox.url;
  });
  afterAll(async () => {
    delete process.env.GORGIAS_BASE_URL;
    await sandbox.close();
  });

  it("works as it stands", async () => {
    const ask = asker({ ...sandbox.credentials });
    const { example } = await ask("describeReports", {});
    const { data } = await ask("getReportingStatistic", { query: example });
    expect(data).not.toHaveLength(0);
    for (const row of data as object[]) {
      expect(Object.keys(row)).toEqual(["channel", "createdDatetime", "ticketCount"]);
    }
  });
});
