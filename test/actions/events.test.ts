import component from "../../src";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

it("Get Event reads one event", async () => {
  gorgias().get("/api/events/9").reply(200, { id: 9, type: "ticket-closed" });
  await expect(run("getEvent", { id: " 9 " })).resolves.toEqual({ id: 9, type: "ticket-closed" });
});

it.each([
  ["", "Event ID: this input is required and was left blank."],
  ["9a", 'Event ID: expected a whole number from 1, got "9a".'],
])("Get Event refuses the ID %j", async (id, message) => {
  await expect(failure("getEvent", { id })).resolves.toMatchObject({ message });
});

describe("List Events", () => {
  it("sends its filters as Gorgias writes them, lists as repeated keys", async () => {
    gorgias()
      .get(
        "/api/events?created_datetime%5Bgte%5D=2026-03-01T00%3A00%3A00Z&created_datetime%5Blt%5D=2026-04-01T00%3A00%3A00Z&object_id=7&object_type=Ticket&types=ticket-created&types=ticket-closed&user_ids=1&user_ids=2&order_by=created_datetime%3Aasc&cursor=c&limit=5",
      )
      .reply(200, page([{ id: 9 }]));
    await expect(
      run("listEvents", {
        created_datetime: '{"gte": "2026-03-01T00:00:00Z", "lt": "2026-04-01T00:00:00Z"}',
        object_id: "7",
        object_type: "Ticket",
        types: "ticket-created, ticket-closed",
        user_ids: ["1", 2],
        order_by: "created_datetime:asc",
        cursor: "c",
        limit: "5",
      }),
    ).resolves.toEqual(page([{ id: 9 }]));
  });

  it("left as it is, sends no parameter at all", async () => {
    gorgias().get("/api/events").reply(200, page([]));
    await run("listEvents");
  });

  it.each([
    ["gt", "2026-03-01", "2026-03-01T00:00:00Z"],
    ["gte", "2026-03-01 09:30", "2026-03-01T09:30:00Z"],
    ["lt", "20260301T093000.123456+0100", "2026-03-01T09:30:00.123456+01:00"],
    ["lte", "2026-W09-7", "2026-03-01T00:00:00Z"],
  ])("Created Datetime takes %s with any ISO form: %s", async (comparator, typed, sent) => {
    gorgias()
      .get("/api/events")
      .query((query) => {
        expect(query).toEqual({ [`created_datetime[${comparator}]`]: sent });
        return true;
      })
      .reply(200, page([]));
    await run("listEvents", { created_datetime: { [comparator]: typed } });
  });

  it.each([
    [{ createdAfter: "2026-03-01" }, { gte: "2026-03-01T00:00:00Z" }],
    [{ createdBefore: "2026-04-01T00:00:00+02:00" }, { lt: "2026-04-01T00:00:00+02:00" }],
    [
      { createdAfter: "2026-03-01", createdBefore: "2026-04-01" },
      { gte: "2026-03-01T00:00:00Z", lt: "2026-04-01T00:00:00Z" },
    ],
    [
      { createdAfter: "2026-03-01", created_datetime: '{ "lte": "2026-04-01" }' },
      { gte: "2026-03-01T00:00:00Z", lte: "2026-04-01T00:00:00Z" },
    ],
  ])("%j is a period with its first moment and without its last", async (given, limits) => {
    gorgias()
      .get("/api/events")
      .query((query) => {
        const sent = Object.entries(limits).map(([one, at]) => [`created_datetime[${one}]`, at]);
        expect(query).toEqual(Object.fromEntries(sent));
        return true;
      })
      .reply(200, page([]));
    await run("listEvents", given);
  });

  it.each([
    ["createdAfter", "gt", "Created After"],
    ["createdAfter", "gte", "Created After"],
    ["createdBefore", "lt", "Created Before"],
    ["createdBefore", "lte", "Created Before"],
  ])("refuses %s beside %s: one end of a period is said once", async (input, comparator, label) => {
    const created_datetime = { [comparator]: "2026-03-01" };
    await expect(
      failure("listEvents", { [input]: "2026-03-02", created_datetime }),
    ).resolves.toMatchObject({
      message: `${label}: cannot be combined with ${comparator} in Created Datetime. Clear one of the two.`,
    });
  });

  it("refuses a period that ends before it begins", async () => {
    const period = { createdAfter: "2026-03-01", createdBefore: "2026-02-28T23:59:59-00:30" };
    await expect(
      failure("listEvents", { ...period, createdBefore: "2026-02-01" }),
    ).resolves.toMatchObject({
      message: "Created Before: the period ends before it begins.",
    });
    gorgias().get("/api/events").query(true).reply(200, page([]));
    await run("listEvents", period);
  });

  it("exports the events of a period, by the same filters", async () => {
    gorgias()
      .get("/api/events?created_datetime%5Bgte%5D=2026-03-01T00%3A00%3A00Z&limit=100")
      .reply(200, page([]));
    await run("exportList", {
      resource: "events",
      filters: [{ key: "createdAfter", value: "2026-03-01" }],
    });
  });

  it("offers the types of events, and takes others", async () => {
    const { model } = component.actions.listEvents?.inputs.find(({ key }) => key === "types") ?? {};
    expect(model).toContainEqual({ label: "ticket-closed", value: "ticket-closed" });
    gorgias().get("/api/events?types=ticket-closed&types=order-created").reply(200, page([]));
    await run("listEvents", { types: ["Ticket-Closed", "order-created"] });
  });

  it("leaves out a limit of Created Datetime that is blank", async () => {
    gorgias()
      .get("/api/events?created_datetime%5Blt%5D=2026-04-01T00%3A00%3A00Z")
      .reply(200, page([]));
    await run("listEvents", { created_datetime: { gte: "", gt: null, lt: "2026-04-01" } });
  });

  it("Fetch All sends the filters with each page", async () => {
    const filters = "created_datetime%5Bgte%5D=2026-03-01T00%3A00%3A00Z&types=ticket-created";
    gorgias()
      .get(`/api/events?${filters}&limit=100`)
      .reply(200, page([{ id: 1 }], "next"));
    gorgias()
      .get(`/api/events?${filters}&limit=100&cursor=next`)
      .reply(200, page([{ id: 2 }]));
    await expect(
      run("listEvents", {
        created_datetime: { gte: "2026-03-01" },
        types: ["ticket-created"],
        fetchAll: true,
      }),
    ).resolves.toMatchObject({ data: [{ id: 1 }, { id: 2 }] });
  });

  it("refuses Object Type without Object ID, and says why", async () => {
    await expect(failure("listEvents", { object_type: "Ticket" })).resolves.toMatchObject({
      name: "InputError",
      message:
        "Object Type: needs an Object ID beside it: Gorgias lists the events of one object, not of a kind of object. To filter by kind, use Types.",
    });
  });

  it("takes Object ID without Object Type", async () => {
    gorgias().get("/api/events?object_id=7").reply(200, page([]));
    await run("listEvents", { object_id: 7 });
  });

  it.each([
    [
      "created_datetime",
      "{",
      "Created Datetime: expected JSON, got the end of the text at line 1, column 2.",
    ],
    ["created_datetime", "[]", 'Created Datetime: expected a JSON object, got "[]".'],
    [
      "created_datetime",
      { after: "2026-03-01" },
      'Created Datetime: expected one of gt, gte, lt, lte, got "after".',
    ],
    [
      "created_datetime",
      { gte: "yesterday" },
      'Created Datetime.gte: expected an ISO date-time such as 2026-03-01T09:30:00Z, got "yesterday".',
    ],
    ["object_type", "Order", expect.stringMatching(/^Object Type: expected one of Account, /)],
    ["user_ids", "1,x", 'User IDs: expected a whole number from 1, got "x".'],
    ["types", [{}], "Types: expected text, got {}."],
  ])("refuses %s %j before any request", async (key, value, message) => {
    await expect(failure("listEvents", { object_id: 7, [key]: value })).resolves.toMatchObject({
      name: "InputError",
      message,
    });
  });
});
