import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

async function newTicket(more: object = {}) {
  const { status, body } = await account.post("/tickets", ticketFrom("jo@example.com", more));
  expect(status).toBe(201);
  return body;
}

describe("a ticket", () => {
  it("shows its custom fields by id, and has no key for them where it has none", async () => {
    const values = { 8803: { id: 8803, value: 12.5 } };
    const { id, custom_fields } = await newTicket({ custom_fields: [{ id: 8803, value: 12.5 }] });
    expect(custom_fields).toEqual(values);
    expect((await account.get("/tickets?limit=1")).body.data[0].custom_fields).toEqual(values);
    expect((await account.get(`/tickets/${id}?relationships=friends`)).status).toBe(400);
    const without = await newTicket();
    expect(without).not.toHaveProperty("custom_fields");
    expect((await account.get("/tickets?limit=1")).body.data[0].custom_fields).toEqual({});
    const asked = await account.get(`/tickets/${without.id}?relationships=custom_fields`);
    expect(asked.body.custom_fields).toEqual({});
  });

  it("is not found once it is deleted, and neither are its messages", async () => {
    const { id, messages } = await newTicket();
    const { status, body } = await account.delete(`/tickets/${id}`);
    expect([status, body]).toEqual([204, ""]);
    expect((await account.get(`/tickets/${id}`)).status).toBe(404);
    expect((await account.put(`/tickets/${id}`, {})).status).toBe(404);
    expect((await account.delete(`/tickets/${id}`)).status).toBe(404);
    expect((await account.get(`/messages?ticket_id=${id}`)).body.data).toEqual([]);
    const latest = (await account.get("/messages?limit=1")).body.data[0];
    expect(latest.id).not.toBe(messages[0].id);
  });
});

describe("creating a ticket", () => {
  it("makes a customer of an unknown sender, and knows them the next time", async () => {
    const first = await newTicket();
    const second = await newTicket();
    expect(first.customer.email).toBe("jo@example.com");
    expect(second.customer.id).toBe(first.customer.id);
    expect(first.messages[0].sender.id).toBe(first.customer.id);
  });

  it("keeps the dates given, and fills in the others", async () => {
    const created = "2025-01-02T03:04:05.678901+00:00";
    const ticket = await newTicket({ created_datetime: "2025-01-02T04:04:05.678901+01:00" });
    expect(ticket.created_datetime).toBe(created);
    expect(ticket.last_received_message_datetime).toBe(created);
    expect(ticket.closed_datetime).toBeNull();
    expect((await newTicket({ status: "closed" })).closed_datetime).not.toBeNull();
  });

  it("assigns agents and teams, and makes tags that are new", async () => {
    const ticket = await newTicket({
      assignee_user: { id: 400746609 },
      assignee_team: { id: 5101 },
      tags: [{ name: "return" }, { name: "brand new" }],
    });
    expect(ticket.assignee_user.email).toBe("nora@example.com");
    expect(ticket.assignee_team.name).toBe("Returns");
    expect(ticket.tags.map(({ name }: { name: string }) => name)).toEqual(["return", "brand new"]);
  });

  it("needs no via, neither its own nor its messages': each comes back as api", async () => {
    const { via, messages, ...rest } = ticketFrom("jo@example.com");
    const [{ via: _, ...bare } = { via }] = messages;
    const { status, body } = await account.post("/tickets", { ...rest, messages: [bare] });
    expect([status, body.via, body.messages[0].via]).toEqual([201, "api", "api"]);
    const message = { channel: "email", from_agent: false };
    const added = await account.post(`/tickets/${body.id}/messages`, message);
    expect([added.status, added.body.via]).toEqual([201, "api"]);
  });

  it("takes 500 messages and not one more", async () => {
    const [message] = ticketFrom("jo@example.com").messages;
    const many = (count: number) => ({ messages: Array.from({ length: count }, () => message) });
    expect((await newTicket(many(500))).messages).toHaveLength(500);
    const { status } = await account.post("/tickets", ticketFrom("jo@example.com", many(501)));
    expect(status).toBe(400);
  });

  const [message] = ticketFrom("jo@example.com").messages;
  it.each([
    ["no messages", { messages: [] }, { messages: [expect.any(String)] }],
    ["an unknown field", { colour: "red" }, { colour: ["Unknown field."] }],
    [
      "an unknown field in a message",
      { messages: [{ ...message, colour: "red" }] },
      { messages: { 0: { colour: ["Unknown field."] } } },
    ],
    [
      "a message without a channel",
      { messages: [{ ...message, channel: undefined }] },
      { messages: { 0: { channel: ["Missing data for required field."] } } },
    ],
    [
      "a customer's message without a sender",
      { messages: [{ ...message, sender: undefined }] },
      { messages: { 0: { sender: [expect.any(String)] } } },
    ],
    [
      "an unknown sender",
      { messages: [{ ...message, sender: { id: 1 } }] },
      { messages: { 0: { sender: { id: [expect.any(String)] } } } },
    ],
    ["a subject that is too long", { subject: "x".repeat(999) }, { subject: [expect.any(String)] }],
    ["an unknown priority", { priority: "urgent" }, { priority: [expect.any(String)] }],
    [
      "a date that is none",
      { created_datetime: "soon" },
      { created_datetime: ["Not a valid datetime."] },
    ],
    [
      "an agent who is not there",
      { assignee_user: { id: 1 } },
      { assignee_user: { id: [expect.any(String)] } },
    ],
    [
      "a value that does not fit its custom field",
      { custom_fields: [{ id: 8804, value: "true" }] },
      { custom_fields: { 0: { value: ["Not a valid boolean."] } } },
    ],
    [
      "a choice that a dropdown does not have",
      { custom_fields: [{ id: 8801, value: "Other" }] },
      { custom_fields: { 0: { value: [expect.stringContaining("Order::Cancel")] } } },
    ],
  ])("refuses %s, names the field and makes nothing", async (_what, more, data) => {
    const answer = await account.post("/tickets", ticketFrom("jo@example.com", more));
    expect(answer.status).toBe(400);
    expect(answer.body.error.data).toEqual(data);
    expect((await account.get("/customers?email=jo@example.com")).body.data).toEqual([]);
  });

  it("answers 409 for an external id that another ticket has", async () => {
    await newTicket({ external_id: "A-1" });
    const again = await account.post(
      "/tickets",
      ticketFrom("jo@example.com", { external_id: "A-1" }),
    );
    expect(again.status).toBe(409);
    expect((await newTicket({ external_id: "a-1" })).external_id).toBe("a-1");
  });
});

describe("updating a ticket", () => {
  it("changes what is given, leaves the rest, and stamps the change", async () => {
    const before = await newTicket({ priority: "low", tags: [{ name: "vip" }] });
    account.clock.now += 5000;
    const { status, body } = await account.put(`/tickets/${before.id}`, { subject: "Found it" });
    expect(status).toBe(202);
    expect(body).toEqual({
      ...before,
      subject: "Found it",
      updated_datetime: expect.stringMatching(/^2026-03-01T12:00:05\./),
    });
    expect((await account.get(`/tickets/${before.id}`)).body).toMatchObject(body);
  });

  it("stamps every change with a moment of its own, though the clock stands still", async () => {
    const { id } = await newTicket();
    const stamps = [];
    for (const subject of ["a", "b", "c"]) {
      stamps.push((await account.put(`/tickets/${id}`, { subject })).body.updated_datetime);
    }
    expect(new Set(stamps).size).toBe(3);
    expect(stamps).toEqual([...stamps].sort());
  });

  it("takes the moment of the change when it is given", async () => {
    const { id } = await newTicket();
    const updated_datetime = "2026-02-02T02:02:02.020202+00:00";
    const { body } = await account.put(`/tickets/${id}`, { updated_datetime });
    expect(body.updated_datetime).toBe(updated_datetime);
  });

  it("replaces the whole set of tags and of custom fields", async () => {
    const { id } = await newTicket({
      tags: [{ name: "vip" }, { name: "urgent" }],
      custom_fields: [{ id: 8802, value: "#1" }],
    });
    await account.put(`/tickets/${id}`, {
      tags: [{ name: "return" }],
      custom_fields: [{ id: 8804, value: false }],
    });
    const { body } = await account.get(`/tickets/${id}?relationships=custom_fields`);
    expect(body.tags.map(({ name }: { name: string }) => name)).toEqual(["return"]);
    expect(body.custom_fields).toEqual({ 8804: { id: 8804, value: false } });
  });

  it("clears by null: assignees, snooze, trash, tags, subject", async () => {
    const { id } = await newTicket({
      assignee_user: { id: 400746609 },
      assignee_team: { id: 5101 },
      snooze_datetime: "2026-04-01T00:00:00Z",
      trashed_datetime: "2026-03-01T00:00:00Z",
      tags: [{ name: "vip" }],
    });
    const { body } = await account.put(`/tickets/${id}`, {
      assignee_user: { id: null },
      assignee_team: null,
      snooze_datetime: null,
      trashed_datetime: null,
      tags: null,
      subject: null,
    });
    expect(body).toMatchObject({
      assignee_user: null,
      assignee_user_id: null,
      assignee_team: null,
      snooze_datetime: null,
      trashed_datetime: null,
      tags: [],
      subject: null,
    });
  });

  it("closes and opens it, with the date that goes with it", async () => {
    const { id } = await newTicket();
    const closed = await account.put(`/tickets/${id}`, { status: "closed" });
    expect(closed.body.closed_datetime).toMatch(/^2026-03-01T12:00:00/);
    const open = await account.put(`/tickets/${id}`, { status: "open" });
    expect(open.body.closed_datetime).toBeNull();
  });

  it("marks it unread or read", async () => {
    const { id, is_unread: unread } = await newTicket();
    expect(unread).toBe(true);
    const { body } = await account.put(`/tickets/${id}`, { is_unread: false });
    expect(body.is_unread).toBe(false);
  });

  it.each([
    [{ created_datetime: "2026-01-01T00:00:00Z" }, "created_datetime"],
    [{ status: null }, "status"],
    [{ is_unread: "yes" }, "is_unread"],
    [{ messages: [] }, "messages"],
  ])("refuses %j and leaves the ticket as it was", async (change, field) => {
    const before = await newTicket();
    const { status, body } = await account.put(`/tickets/${before.id}`, {
      subject: "x",
      ...change,
    });
    expect(status).toBe(400);
    expect(Object.keys(body.error.data)).toEqual([field]);
    expect((await account.get(`/tickets/${before.id}`)).body).toMatchObject(before);
  });
});

describe("a ticket's messages", () => {
  const receiver = { email: "jo@example.com" };
  const reply = { channel: "email", via: "api", from_agent: true, receiver, body_text: "Soon." };

  it("go to the customer when an agent writes, and carry the agent's name", async () => {
    const ticket = await newTicket();
    const { status, body } = await account.post(`/tickets/${ticket.id}/messages`, reply);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ticket_id: ticket.id,
      uri: `/api/tickets/${ticket.id}/messages/${body.id}/`,
      sender: { email: account.sandbox.credentials.username },
      receiver: { id: ticket.customer.id },
      source: { type: "email" },
      sent_datetime: body.created_datetime,
    });
    const path = `/tickets/${ticket.id}/messages/${body.id}`;
    expect((await account.get(path)).body).toEqual(body);
  });

  it("move the dates of the ticket, and one from the customer opens it again", async () => {
    const ticket = await newTicket({ status: "closed" });
    account.clock.now += 60_000;
    await account.post(`/tickets/${ticket.id}/messages`, reply);
    const answered = (await account.get(`/tickets/${ticket.id}`)).body;
    expect(answered.last_message_datetime > ticket.last_message_datetime).toBe(true);
    expect(answered.last_received_message_datetime).toBe(ticket.last_received_message_datetime);
    expect(answered.updated_datetime > ticket.updated_datetime).toBe(true);
    expect(answered.status).toBe("closed");
    await account.post(`/tickets/${ticket.id}/messages`, { ...reply, from_agent: false });
    const reopened = (await account.get(`/tickets/${ticket.id}`)).body;
    expect(reopened).toMatchObject({ status: "open", closed_datetime: null, is_unread: true });
  });

  it("are internal when they are notes: not public, to nobody", async () => {
    const { id } = await newTicket();
    const { receiver: _, ...unaddressed } = reply;
    const note = { ...unaddressed, channel: "internal-note", via: "internal-note" };
    const { body } = await account.post(`/tickets/${id}/messages`, note);
    expect(body).toMatchObject({ public: false, receiver: null });
  });

  it("are listed for one ticket both ways", async () => {
    const { id } = await newTicket();
    await account.post(`/tickets/${id}/messages`, reply);
    const own = (await account.get(`/tickets/${id}/messages`)).body;
    const filtered = (await account.get(`/messages?ticket_id=${id}&order_by=created_datetime:asc`))
      .body;
    expect(own.data).toHaveLength(2);
    expect(filtered.data).toEqual(own.data);
    const newest = (await account.get("/messages?limit=1")).body.data[0];
    expect(newest.id).toBe(own.data[1].id);
  });

  it("take the action in the query and refuse it in the body", async () => {
    const { id } = await newTicket();
    const path = `/tickets/${id}/messages`;
    expect((await account.post(`${path}?action=force`, reply)).status).toBe(201);
    expect((await account.post(`${path}?action=wait`, reply)).status).toBe(400);
    expect((await account.post(path, { ...reply, action: "force" })).body.error.data).toEqual({
      action: ["Unknown field."],
    });
  });

  it("can be changed and deleted", async () => {
    const ticket = await newTicket();
    const path = `/tickets/${ticket.id}/messages/${ticket.messages[0].id}`;
    const changed = await account.put(path, {
      channel: "email",
      via: "api",
      from_agent: false,
      body_text: "Hello!",
      meta: null,
    });
    expect([changed.status, changed.body.body_text]).toEqual([202, "Hello!"]);
    expect(changed.body.sender).toEqual(ticket.messages[0].sender);
    const deleted = await account.delete(path);
    expect([deleted.status, deleted.body]).toEqual([204, ""]);
    expect((await account.get(path)).status).toBe(404);
    expect((await account.get(`/tickets/${ticket.id}`)).body.messages).toEqual([]);
  });

  it("are not found under another ticket", async () => {
    const [one, other] = [await newTicket(), await newTicket()];
    const { status } = await account.get(`/tickets/${other.id}/messages/${one.messages[0].id}`);
    expect(status).toBe(404);
    expect((await account.get("/tickets/1/messages")).status).toBe(404);
  });
});
