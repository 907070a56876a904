import { isDeepStrictEqual } from "node:util";
import { gorgias, page, useWire } from "../../support/wire";
import { asker } from "./asking";

useWire();

const ask = asker();
const march = { from: "2026-03-01", to: "2026-03-31" };

/** Expects a question and answers rows. */
function report(
  {
    start = "2026-03-01T00:00:00Z",
    end = "2026-04-01T00:00:00Z",
    ...others
  }: { readonly start?: string; readonly end?: string; readonly [key: string]: unknown },
  rows: unknown[],
): void {
  const query = {
    scope: "tickets-created",
    timezone: "UTC",
    filters: [
      { member: "periodStart", operator: "afterDate", values: [start] },
      { member: "periodEnd", operator: "beforeDate", values: [end] },
    ],
    measures: ["ticketCount"],
    ...others,
  };
  gorgias()
    .post("/api/reporting/stats?limit=10000", (body) => isDeepStrictEqual(body, { query }))
    .reply(200, { data: rows, meta: { prev_cursor: null, next_cursor: null } });
}

it("counts all tickets of a period, the last day with it", async () => {
  report({}, [{ ticketCount: "42" }]);
  await expect(ask("countTickets", march)).resolves.toEqual({
    counted: "tickets created",
    from: "2026-03-01T00:00:00Z",
    to: "2026-04-01T00:00:00Z",
    timezone: "UTC",
    total: 42,
  });
});

it("counts by channel, the largest first, and says what the limit cut off", async () => {
  report({ dimensions: ["channel"], scope: "tickets-closed" }, [
    { channel: "chat", ticketCount: 2 },
    { channel: "email", ticketCount: 7 },
    { channel: null, ticketCount: null },
  ]);
  await expect(
    ask("countTickets", { ...march, by: "channel", tickets: "closed", limit: 2 }),
  ).resolves.toMatchObject({
    counted: "tickets closed, by channel",
    total: 9,
    rows: [
      { channel: "email", tickets: 7 },
      { channel: "chat", tickets: 2 },
    ],
    left_out: "1 more rows with 0 in all: raise limit for them.",
  });
});

it("names agents; nobody's tickets and those of a deleted agent have no name", async () => {
  report({ dimensions: ["agentId"], scope: "tickets-replied" }, [
    { agentId: 7, ticketCount: 3 },
    { agentId: "8", ticketCount: 2 },
    { agentId: null, ticketCount: 1 },
  ]);
  gorgias()
    .get("/api/users?limit=100")
    .reply(200, page([{ id: 7, name: "Sam" }, null]));
  await expect(
    ask("countTickets", { ...march, by: "agent", tickets: "replied" }),
  ).resolves.toMatchObject({
    total: 6,
    rows: [
      { agent_id: 7, agent: "Sam", tickets: 3 },
      { agent_id: 8, agent: null, tickets: 2 },
      { agent_id: null, agent: null, tickets: 1 },
    ],
  });
});

it("counts by tag in the scope of tags, without a total, and reads no more tags than it needs", async () => {
  report({ dimensions: ["tagId"], scope: "tags" }, [{ tagId: 5, ticketCount: 3 }]);
  gorgias()
    .get("/api/tags?limit=100")
    .reply(200, page([{ id: 5, name: "refund" }], "more"));
  await expect(ask("countTickets", { ...march, by: "tag" })).resolves.toMatchObject({
    counted: "tickets with a tag, by tag",
    total: null,
    rows: [{ tag_id: 5, tag: "refund", tickets: 3 }],
  });
});

it("gives counts without names where the connection may not read them", async () => {
  report({ dimensions: ["tagId"], scope: "tags" }, [{ tagId: 5, ticketCount: 3 }]);
  gorgias()
    .get("/api/tags?limit=100")
    .reply(403, { error: { msg: "Not allowed." } });
  await expect(ask("countTickets", { ...march, by: "tag" })).resolves.toMatchObject({
    rows: [{ tag_id: 5, tag: null, tickets: 3 }],
    left_out: "This connection may not read the names.",
  });
});

it("begins days in the time zone, also where clocks change within the period", async () => {
  const question = {
    timezone: "Europe/Paris",
    start: "2026-02-28T23:00:00Z",
    end: "2026-03-31T22:00:00Z",
    scope: "tickets-closed",
    time_dimensions: [{ dimension: "closedDatetime", granularity: "day" }],
  };
  report(question, [
    { closedDatetime: "2026-03-02T00:00:00.000", ticketCount: 1 },
    { closedDatetime: "2026-03-01T00:00:00.000", ticketCount: 4 },
  ]);
  await expect(
    ask("countTickets", { ...march, timezone: "Europe/Paris", by: "day", tickets: "closed" }),
  ).resolves.toMatchObject({
    total: 5,
    rows: [
      { day: "2026-03-01", tickets: 4 },
      { day: "2026-03-02", tickets: 1 },
    ],
  });
});

it("takes moments as they are, and a time without an offset as the zone's", async () => {
  report(
    { timezone: "America/New_York", start: "2026-03-01T14:00:00Z", end: "2026-03-01T17:00:00Z" },
    [],
  );
  await expect(
    ask("countTickets", {
      from: "2026-03-01T09:00",
      to: "2026-03-01T18:00:00+01:00",
      timezone: "America/New_York",
    }),
  ).resolves.toMatchObject({ total: 0 });
});

it.each<[Record<string, unknown>, string]>([
  [{}, "from: this input is required and was left blank."],
  [
    { from: "last month" },
    'from: expected an ISO date-time such as 2026-03-01T09:30:00Z, got "last month".',
  ],
  [
    { ...march, timezone: "Paris" },
    'timezone: expected a name of the IANA list such as Europe/Paris, got "Paris".',
  ],
  [{ from: "2026-03-02", to: "2026-03-01" }, "to: the period ends before it begins."],
  [
    { from: "2025-01-01", to: "2026-03-01" },
    "to: the period has 425 days, and Gorgias counts 366 at most. Ask for a part of it at a time.",
  ],
  [
    { ...march, by: "tag", tickets: "closed" },
    "tickets: cannot be chosen where tickets are counted by tag. Leave it out.",
  ],
])("refuses %j before any request", async (given, message) => {
  await expect(ask("countTickets", given)).rejects.toThrow(message);
});
