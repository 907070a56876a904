import { definition, isDefined, kinds } from "../support/customFields";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

const message = { channel: "email", via: "api", from_agent: false };

describe("Create Ticket", () => {
  it("sends every input under Gorgias' own name", async () => {
    isDefined(definition(51, "Colour", kinds.dropdown("Blue")));
    gorgias()
      .post("/api/tickets", {
        messages: [{ ...message, sender: { email: "jo@example.com" }, brand_new_field: 1 }],
        assignee_team: { id: 42 },
        assignee_user: { id: 8 },
        channel: "email",
        closed_datetime: "2026-01-02T00:00:00Z",
        created_datetime: "2026-01-01T00:00:00.123456Z",
        custom_fields: [{ id: 51, value: "Blue" }],
        customer: { email: "jo@example.com" },
        external_id: "A-1",
        from_agent: false,
        language: "fr",
        last_message_datetime: "2026-01-01T09:30:00+01:00",
        last_received_message_datetime: "2026-01-01T09:30:00Z",
        meta: { order: 1234 },
        opened_datetime: "2026-01-01T09:31:00Z",
        priority: "high",
        snooze_datetime: "2026-02-01T00:00:00Z",
        spam: true,
        status: "closed",
        subject: "Where is my order?",
        tags: [{ name: "shipping" }, { name: "vip" }],
        trashed_datetime: "2026-03-01T00:00:00Z",
        updated_datetime: "2026-01-03T00:00:00Z",
        via: "api",
      })
      .reply(201, { id: 7 });
    await expect(
      run("createTicket", {
        messages: JSON.stringify([
          { ...message, sender: { email: "jo@example.com" }, brand_new_field: 1 },
        ]),
        assignee_team: "42",
        assignee_user_id: "8",
        channel: "email",
        closed_datetime: "2026-01-02",
        created_datetime: "2026-01-01 00:00:00.123456",
        custom_fields: '[{"id": 51, "value": "Blue"}]',
        customer: "jo@example.com",
        external_id: "A-1",
        from_agent: "false",
        language: "fr",
        last_message_datetime: "2026-01-01T09:30:00+01:00",
        last_received_message_datetime: "20260101T0930Z",
        meta: '{"order": 1234}',
        opened_datetime: "2026-01-01T09:31:00Z",
        priority: "high",
        snooze_datetime: "2026-02-01",
        spam: "true",
        status: "closed",
        subject: "Where is my order?",
        tags: ["shipping", "vip"],
        trashed_datetime: "2026-W09-7",
        updated_datetime: "2026-003",
        via: "api",
      }),
    ).resolves.toEqual({ id: 7 });
  });

  it("left as it is, sends the messages and the Status that its form shows", async () => {
    gorgias()
      .post("/api/tickets", { messages: [message], status: "open" })
      .reply(201, { id: 7 });
    await run("createTicket", { messages: [message] });
  });

  it("leaves Via to Gorgias, on the ticket and in its messages", async () => {
    const { via, ...rest } = message;
    gorgias()
      .post("/api/tickets", { messages: [rest], status: "open" })
      .reply(201, { id: 7 });
    await run("createTicket", { messages: [rest], via: "" });
  });

  it("takes one message alone for a list of one", async () => {
    gorgias()
      .post("/api/tickets", { messages: [message], status: "open" })
      .reply(201, { id: 7 });
    await run("createTicket", { messages: message });
  });

  it.each([
    ["{", "Messages: expected JSON, got the end of the text at line 1, column 2."],
    [
      "[{}]",
      "Messages[0].channel: expected text, got nothing.\nMessages[0].from_agent: expected true or false, got nothing.",
    ],
    [[message, { ...message, via: true }], "Messages[1].via: expected text, got true."],
    [
      [{ ...message, from_agent: "maybe" }],
      'Messages[0].from_agent: expected true or false, got "maybe".',
    ],
    [7, "Messages: expected a list, got 7."],
    [
      Array(501).fill(message),
      expect.stringMatching(/^Messages: expected a list of at most 500, /),
    ],
  ])("refuses messages %j before any request", async (messages, problem) => {
    await expect(failure("createTicket", { messages })).resolves.toMatchObject({
      name: "InputError",
      message: problem,
    });
  });
});

describe("Update Ticket", () => {
  it("with nothing but ID and Subject, and Status cleared, sends exactly the subject", async () => {
    gorgias().put("/api/tickets/7", { subject: "Hi" }).reply(202, { id: 7 });
    await expect(run("updateTicket", { id: "7", subject: "Hi", status: "" })).resolves.toEqual({
      id: 7,
    });
  });

  it("sends a false that was chosen, and no toggle that nobody touched", async () => {
    gorgias().put("/api/tickets/7", { spam: false, is_unread: true }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", spam: "false", is_unread: true });
  });

  it("merges Additional Fields last, which is how null clears a field", async () => {
    gorgias()
      .put("/api/tickets/7", { subject: null, snooze_datetime: null, tags: [], priority: "low" })
      .reply(202, {});
    await run("updateTicket", {
      id: 7,
      status: "",
      subject: "overruled",
      priority: "low",
      additionalFields: '{"subject": null, "snooze_datetime": null, "tags": []}',
    });
  });

  it.each([
    ["an ID as text", "8", { id: 8 }],
    ["an ID as a number", 8, { id: 8 }],
    ["JSON text", '{"id": null}', { id: null }],
    ["an object", { id: 8, name: "Sam" }, { id: 8, name: "Sam" }],
    ["the word null", "null", null],
  ])("takes %s for Assignee User", async (_, value, sent) => {
    gorgias().put("/api/tickets/7", { assignee_user: sent }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", assignee_user: value });
  });

  it.each([
    ["jo@example.com", "an ID or a JSON object"],
    ["12abc", "an ID or a JSON object"],
    [[8], "an ID or a JSON object"],
    [0, "a whole number from 1"],
  ])("refuses %j for Assignee User", async (value, expected) => {
    await expect(failure("updateTicket", { id: 7, assignee_user: value })).resolves.toMatchObject({
      message: `Assignee User: expected ${expected}, got ${JSON.stringify(value)}.`,
    });
  });

  it("refuses two different agents", async () => {
    await expect(
      failure("updateTicket", { id: 7, assignee_user: 8, assignee_user_id: 9 }),
    ).resolves.toMatchObject({
      message: expect.stringMatching(/^Assignee User ID: names a different agent/),
    });
  });

  it.each([
    ["shipping, vip", [{ name: "shipping" }, { name: "vip" }]],
    ['["a, b"]', [{ name: "a, b" }]],
    [["a, b", ""], [{ name: "a, b" }]],
    [
      [{ name: "a", decoration: { color: "#f00" } }],
      [{ name: "a", decoration: { color: "#f00" } }],
    ],
  ])("takes Tags %j by name", async (tags, sent) => {
    gorgias().put("/api/tickets/7", { tags: sent }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", tags });
  });
});

describe("List Tickets", () => {
  it("sends its filters as Gorgias writes them, lists as repeated keys", async () => {
    gorgias()
      .get(
        "/api/tickets?customer_id=1&external_id=A-1&view_id=2&rule_id=3&ticket_ids=4&ticket_ids=5&trashed=false&order_by=created_datetime%3Adesc&cursor=c%3D&limit=100",
      )
      .reply(200, { object: "list", uri: "", data: [], meta: {} });
    await run("listTickets", {
      customer_id: "1",
      external_id: "A-1",
      view_id: "2",
      rule_id: "3",
      ticket_ids: "4, 5",
      trashed: "false",
      order_by: "created_datetime:desc",
      cursor: "c=",
      limit: "100",
    });
  });

  it("left as it is, sends no parameter at all", async () => {
    gorgias().get("/api/tickets").reply(200, { object: "list", uri: "", data: [], meta: {} });
    await run("listTickets");
  });

  it.each([
    ["limit", "0", 'Limit: expected a whole number from 1 to 100, got "0".'],
    ["limit", "101", 'Limit: expected a whole number from 1 to 100, got "101".'],
    ["limit", "ten", 'Limit: expected a whole number from 1 to 100, got "ten".'],
    ["customer_id", "12abc", 'Customer ID: expected a whole number from 1, got "12abc".'],
    [
      "order_by",
      "name:asc",
      expect.stringMatching(/^Order By: expected one of created_datetime:asc, /),
    ],
    ["trashed", "maybe", 'Trashed: expected true or false, got "maybe".'],
    ["fetchAll", "maybe", 'Fetch All: expected true or false, got "maybe".'],
    ["debugRequest", 7, "Debug Request: expected true or false, got 7."],
    ["ticket_ids", Array(101).fill(1), "Ticket IDs: expected at most 100 IDs, got 101."],
    ["ticket_ids", "1,x", 'Ticket IDs: expected a whole number from 1, got "x".'],
  ])("refuses %s %j", async (key, value, message) => {
    await expect(failure("listTickets", { [key]: value })).resolves.toMatchObject({ message });
  });
});

it("Get Ticket asks for custom fields by name", async () => {
  gorgias().get("/api/tickets/7?relationships=custom_fields").reply(200, { id: 7 });
  await expect(run("getTicket", { id: 7, relationships: ["custom_fields"] })).resolves.toEqual({
    id: 7,
  });
});

it("Delete Ticket answers what it deleted", async () => {
  gorgias().delete("/api/tickets/7").reply(204);
  await expect(run("deleteTicket", { id: " 7 " })).resolves.toEqual({ id: 7, deleted: true });
});

it.each(["getTicket", "updateTicket", "deleteTicket"])("%s refuses what is no ID", async (key) => {
  for (const id of ["", "12abc", "-1", "0", "1.5", "1e3", 1.5, true, {}, [], "9007199254740993"]) {
    const { message } = await failure(key, { id });
    expect(message).toMatch(
      /^Ticket ID: (expected a whole number from 1, got|this input is required)/,
    );
  }
});
