import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

type Listed = { id: number; type: string; created_datetime: string };

const events = async (query: string): Promise<Listed[]> =>
  (await account.get(`/events?limit=100&${query}`)).body.data;
const types = async (query: string) => (await events(query)).map(({ type }) => type).sort();

async function newTicket() {
  return (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
}

describe("events", () => {
  it("have the documented fields, and are found by their id", async () => {
    const [event] = await events("");
    expect(Object.keys(event ?? {}).sort()).toEqual([
      "context",
      "created_datetime",
      "data",
      "id",
      "object_id",
      "object_type",
      "type",
      "uri",
      "user_id",
    ]);
    expect((await account.get(`/events/${event?.id}`)).body).toEqual(event);
    expect((await account.get("/events/1")).status).toBe(404);
  });

  it("tell of everything that is done to a ticket, and by whom", async () => {
    const { id } = await newTicket();
    const about = `object_type=Ticket&object_id=${id}`;
    expect(await types(about)).toEqual(["ticket-created"]);
    await account.put(`/tickets/${id}`, {
      status: "closed",
      subject: "New",
      assignee_user: { id: 400746609 },
      tags: [{ name: "vip" }],
      trashed_datetime: "2026-03-01T00:00:00Z",
    });
    expect(await types(about)).toEqual([
      "ticket-assigned",
      "ticket-closed",
      "ticket-created",
      "ticket-subject-updated",
      "ticket-tags-added",
      "ticket-trashed",
      "ticket-updated",
    ]);
    await account.delete(`/tickets/${id}`);
    expect(await types(`${about}&types=ticket-deleted&user_ids=400746608`)).toHaveLength(1);
    expect(await types(`${about}&types=ticket-deleted&user_ids=400746609`)).toHaveLength(0);
  });

  it("tell of messages and customers", async () => {
    const { id, messages, customer } = await newTicket();
    const message = `object_type=TicketMessage&object_id=${messages[0].id}`;
    await account.put(`/tickets/${id}/messages/${messages[0].id}`, {
      channel: "email",
      via: "api",
      from_agent: false,
      body_text: "x",
    });
    await account.delete(`/tickets/${id}/messages/${messages[0].id}`);
    expect(await types(message)).toEqual([
      "ticket-message-created",
      "ticket-message-deleted",
      "ticket-message-updated",
    ]);
    await account.put(`/customers/${customer.id}`, { note: "x" });
    await account.delete(`/customers/${customer.id}`);
    expect(await types(`object_type=Customer&object_id=${customer.id}`)).toEqual([
      "customer-created",
      "customer-deleted",
      "customer-updated",
    ]);
  });

  it("are filtered by several types at once", async () => {
    const found = await types("types=ticket-closed&types=customer-created");
    expect(new Set(found)).toEqual(new Set(["ticket-closed", "customer-created"]));
  });

  it.each([
    ["gt", (a: string, b: string) => a > b],
    ["gte", (a: string, b: string) => a >= b],
    ["lt", (a: string, b: string) => a < b],
    ["lte", (a: string, b: string) => a <= b],
  ])("are filtered by created_datetime[%s], to the microsecond", async (comparator, holds) => {
    const page = await events("");
    const mark = page[50]?.created_datetime ?? "";
    const found = await events(`created_datetime[${comparator}]=${encodeURIComponent(mark)}`);
    expect(found.every(({ created_datetime }) => holds(created_datetime, mark))).toBe(true);
    const ids = new Set(found.map(({ id }) => id));
    expect(ids.has(page[49]?.id ?? 0)).toBe(comparator.startsWith("g"));
    expect(ids.has(page[50]?.id ?? 0)).toBe(comparator.endsWith("e"));
    expect(ids.has(page[51]?.id ?? 0)).toBe(comparator.startsWith("l"));
  });

  it.each([
    ["object_type=Ticket", "object_id"],
    ["object_type=Spaceship&object_id=1", "object_type"],
    ["created_datetime[gte]=yesterday", "created_datetime[gte]"],
    ["created_datetime[eq]=2026-01-01", "created_datetime[eq]"],
  ])("refuse %s", async (query, field) => {
    const { status, body } = await account.get(`/events?${query}`);
    expect(status).toBe(400);
    expect(Object.keys(body.error.data)).toEqual([field]);
  });
});
