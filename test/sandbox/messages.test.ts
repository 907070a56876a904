import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
let ticket: { id: number; updated_datetime: string; messages: { id: number }[] };
let path: string;
beforeEach(async () => {
  account = await openAccount({ tickets: 1 });
  ticket = (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
  path = `/tickets/${ticket.id}/messages/${ticket.messages[0]?.id}`;
});
afterEach(() => account.sandbox.close());

/** What every change of a message has to say. */
const given = { channel: "email", via: "api", from_agent: false };

const latestEvent = async () => (await account.get("/events?limit=1")).body.data[0];
const ticketNow = async () => (await account.get(`/tickets/${ticket.id}`)).body;

describe("updating a message", () => {
  it("changes what is sent and leaves the rest, and the ticket has changed then too", async () => {
    const before = (await account.get(path)).body;
    const { status, body } = await account.put(path, {
      ...given,
      body_text: "Changed",
      external_id: "M-1",
    });
    expect([status, body]).toEqual([202, { ...before, body_text: "Changed", external_id: "M-1" }]);
    expect((await account.get(path)).body).toEqual(body);
    const changed = (await ticketNow()).updated_datetime;
    expect(changed > ticket.updated_datetime).toBe(true);
    expect(await latestEvent()).toMatchObject({
      type: "ticket-message-updated",
      object_type: "TicketMessage",
      object_id: ticket.messages[0]?.id,
      data: { ticket_id: ticket.id },
    });
  });

  it("clears what is sent as null", async () => {
    await account.put(path, { ...given, external_id: "M-1" });
    expect((await account.put(path, { ...given, external_id: null })).body.external_id).toBeNull();
  });

  it("takes an action in the query, and none in the body", async () => {
    expect((await account.put(`${path}?action=retry`, given)).status).toBe(202);
    const wrong = await account.put(`${path}?action=again`, given);
    expect(Object.keys(wrong.body.error.data)).toEqual(["action"]);
    const inBody = await account.put(path, { ...given, action: "retry" });
    expect(inBody.body.error.data).toEqual({ action: ["Unknown field."] });
  });

  it.each(["channel", "via", "from_agent"])("needs %s", async (field) => {
    const { status, body } = await account.put(path, { ...given, [field]: undefined });
    expect([status, Object.keys(body.error.data)]).toEqual([400, [field]]);
  });

  it("finds it in its own ticket alone", async () => {
    const other = (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
    const elsewhere = `/tickets/${other.id}/messages/${ticket.messages[0]?.id}`;
    expect((await account.put(elsewhere, { ...given, body_text: "x" })).status).toBe(404);
    expect((await account.delete(elsewhere)).status).toBe(404);
  });

  it.each([
    ["an unknown field", { colour: "red" }, ["colour"]],
    ["a sender who is not there", { sender: { id: 1 } }, ["sender"]],
    ["a text that is none", { body_text: 5 }, ["body_text"]],
    ["a date of creation", { created_datetime: "2026-01-01T00:00:00Z" }, ["created_datetime"]],
  ])("refuses %s", async (_what, body, blamed) => {
    const answer = await account.put(path, { ...given, ...body });
    expect([answer.status, Object.keys(answer.body.error.data)]).toEqual([400, blamed]);
  });
});

describe("writing a message", () => {
  const text = { via: "api", body_text: "Hm." };
  const write = (body: object) =>
    account.post(`/tickets/${ticket.id}/messages`, { ...text, ...body });

  it.each([
    [{ channel: "email", from_agent: true }, 400],
    [{ channel: "email", from_agent: true, receiver: { name: "Jo" } }, 400],
    [{ channel: "email", from_agent: true, receiver: { email: "jo@example.com" } }, 201],
    [{ channel: "phone", from_agent: true }, 201],
    [{ channel: "internal-note", from_agent: true }, 201],
    [{ channel: "email", from_agent: false }, 201],
  ])("says who gets what an agent sends: %j", async (body, status) => {
    const answer = await write(body);
    const blamed = status === 400 ? { receiver: [expect.any(String)] } : undefined;
    expect([answer.status, answer.body.error?.data]).toEqual([status, blamed]);
  });

  it("leaves nothing in its source but its type, where that is not said", async () => {
    const ends = { type: "sms", from: { address: "+331" }, to: [{ address: "+332" }] };
    const { body } = await write({ channel: "sms", from_agent: false, source: ends });
    expect(body.source).toEqual(ends);
    const at = `/tickets/${ticket.id}/messages/${body.id}`;
    const cleared = await account.put(at, { ...given, channel: "sms", source: null });
    expect(cleared.body.source).toEqual({ type: "sms" });
    expect((await write({ channel: "chat", from_agent: false })).body.source).toEqual({
      type: "chat",
    });
    const [first] = (await account.get("/messages?order_by=created_datetime:asc&limit=1")).body
      .data;
    expect(first.source).toMatchObject({ type: "email", from: {}, to: [{}] });
  });
});

describe("an internal note", () => {
  it("is written and changed by everybody, and becomes no answer in the hands of an observer", async () => {
    const observer = account.as("observer-agent");
    const messages = `/tickets/${ticket.id}/messages`;
    const note = { channel: "internal-note", via: "api", from_agent: true, body_text: "Hm." };
    const { status, body } = await observer.post(messages, note);
    expect([status, body.public, body.sender.email]).toEqual([201, false, "jonas@example.com"]);
    const changed = await observer.put(`${messages}/${body.id}`, { ...note, body_text: "Oh." });
    expect([changed.status, changed.body.body_text]).toEqual([202, "Oh."]);
    const answer = { ...note, channel: "email" };
    for (const refused of [
      await observer.post(messages, answer),
      await observer.put(`${messages}/${body.id}`, answer),
      await observer.put(path, note),
      await observer.put(path, given),
      await observer.delete(`${messages}/${body.id}`),
    ]) {
      expect(refused.status).toBe(403);
    }
  });
});

describe("deleting a message", () => {
  it("takes it out of the ticket, whose dates are those of the messages that are left", async () => {
    const receiver = { email: "jo@example.com" };
    const reply = { channel: "email", via: "api", from_agent: true, receiver, body_text: "Here!" };
    const before = await ticketNow();
    const added = (await account.post(`/tickets/${ticket.id}/messages`, reply)).body;
    expect((await ticketNow()).last_message_datetime).toBe(added.created_datetime);
    const gone = await account.delete(`/tickets/${ticket.id}/messages/${added.id}`);
    expect([gone.status, gone.body]).toEqual([204, ""]);
    const after = await ticketNow();
    expect(after.messages).toEqual(before.messages);
    expect(after.last_message_datetime).toBe(before.last_message_datetime);
    expect(await latestEvent()).toMatchObject({
      type: "ticket-message-deleted",
      object_id: added.id,
      data: { ticket_id: ticket.id },
    });
    expect((await account.delete(`/tickets/${ticket.id}/messages/${added.id}`)).status).toBe(404);
  });
});
