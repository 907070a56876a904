import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

async function newCustomer(fields: object) {
  const { status, body } = await account.post("/customers", fields);
  expect(status).toBe(201);
  return body;
}

describe("creating a customer", () => {
  it("splits the name and makes a channel of the e-mail", async () => {
    const jo = await newCustomer({ name: "Jo van Doe", email: "jo@example.com", language: "nl" });
    expect(jo).toMatchObject({
      name: "Jo van Doe",
      firstname: "Jo",
      lastname: "van Doe",
      language: "nl",
      channels: [{ type: "email", address: "jo@example.com", preferred: true }],
    });
    expect((await account.get(`/customers/${jo.id}`)).body).toMatchObject(jo);
  });

  it.each([
    ["email", { email: "JO@example.com" }],
    ["email", { channels: [{ type: "email", address: "jo@example.com" }] }],
    ["external_id", { external_id: "C-1" }],
  ])("answers 409 when the %s is another's (%j)", async (field, fields) => {
    await newCustomer({ email: "jo@example.com", external_id: "C-1" });
    const { status, body } = await account.post("/customers", fields);
    expect(status).toBe(409);
    expect(Object.keys(body.error.data)).toEqual([field]);
  });

  it.each([
    [{ email: "nowhere" }, "email"],
    [{ name: 5 }, "name"],
    [{ channels: [{ type: "email" }] }, "channels"],
    [{ colour: "red" }, "colour"],
    [{ custom_fields: [{ id: 8801, value: "Order::Change" }] }, "custom_fields"],
  ])("refuses %j", async (fields, blamed) => {
    const { status, body } = await account.post("/customers", fields);
    expect(status).toBe(400);
    expect(Object.keys(body.error.data)).toEqual([blamed]);
  });
});

it.each(["id", "created_datetime", "user", "colour"])(
  "a channel's %s is not written, with a new customer or a known one",
  async (field) => {
    const channels = [{ type: "email", address: "jo@example.com", [field]: 1 }];
    const { id } = (await account.post("/customers", { name: "Jo" })).body;
    for (const { status, body } of [
      await account.post("/customers", { channels }),
      await account.put(`/customers/${id}`, { channels }),
    ]) {
      expect([status, body.error.data]).toEqual([
        400,
        { channels: { 0: { [field]: ["Unknown field."] } } },
      ]);
    }
  },
);

describe("updating a customer", () => {
  it("changes what is given, clears by null, leaves the rest and stamps the change", async () => {
    const jo = await newCustomer({
      name: "Jo",
      email: "jo@example.com",
      note: "x",
      language: "en",
    });
    const { status, body } = await account.put(`/customers/${jo.id}`, {
      note: null,
      timezone: "UTC",
    });
    expect(status).toBe(202);
    expect(body).toEqual({
      ...jo,
      note: null,
      timezone: "UTC",
      updated_datetime: expect.any(String),
    });
    expect(body.updated_datetime > jo.updated_datetime).toBe(true);
  });

  it("replaces the whole set of channels, but keeps the primary e-mail's", async () => {
    const jo = await newCustomer({
      email: "jo@example.com",
      channels: [{ type: "phone", address: "+15550001" }],
    });
    const { body } = await account.put(`/customers/${jo.id}`, {
      channels: [{ type: "phone", address: "+15550002", preferred: false }],
    });
    const addresses = body.channels.map(({ address }: { address: string }) => address);
    expect(addresses).toEqual(["jo@example.com", "+15550002"]);
  });

  it("gives an old e-mail free", async () => {
    const jo = await newCustomer({ email: "jo@example.com" });
    await account.put(`/customers/${jo.id}`, { email: "doe@example.com" });
    expect((await newCustomer({ email: "jo@example.com" })).id).not.toBe(jo.id);
    expect((await account.put(`/customers/${jo.id}`, { email: "jo@example.com" })).status).toBe(
      409,
    );
  });

  it("shows custom fields by id when they are asked for", async () => {
    const jo = await newCustomer({ custom_fields: [{ id: 8812, value: 40 }] });
    const { body } = await account.get(`/customers/${jo.id}?relationships=custom_fields`);
    expect(body.custom_fields).toEqual({ 8812: { id: 8812, value: 40 } });
  });
});

describe("deleting a customer", () => {
  it("answers 204 without a body, leaves their tickets, and 404 from then on", async () => {
    const ticket = (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
    const path = `/customers/${ticket.customer.id}`;
    const { status, body } = await account.delete(path);
    expect([status, body]).toEqual([204, ""]);
    expect((await account.get(path)).status).toBe(404);
    expect((await account.put(path, {})).status).toBe(404);
    expect((await account.delete(path)).status).toBe(404);
    expect((await account.get(`/tickets/${ticket.id}`)).body.customer).toBeNull();
  });
});

describe("a customer's data", () => {
  it("is any JSON value, and is answered 202 with nothing", async () => {
    const { id } = await newCustomer({ name: "Jo" });
    for (const data of [{ plan: "gold" }, [1, 2], "text", 7, false, null]) {
      const { status, body } = await account.put(`/customers/${id}/data`, { data });
      expect([status, body]).toEqual([202, ""]);
      expect((await account.get(`/customers/${id}`)).body.data).toEqual(data);
    }
    expect((await account.put(`/customers/${id}/data`, {})).status).toBe(400);
  });

  it("ignores a version older than the one it has", async () => {
    const { id } = await newCustomer({ name: "Jo" });
    const put = (data: string, version: string) =>
      account.put(`/customers/${id}/data`, { data, version });
    await put("second", "2026-01-02T00:00:00Z");
    expect((await put("first", "2026-01-01T00:00:00Z")).status).toBe(202);
    expect((await account.get(`/customers/${id}`)).body.data).toBe("second");
    await put("third", "2026-01-03T00:00:00Z");
    expect((await account.get(`/customers/${id}`)).body.data).toBe("third");
  });
});

it.each([
  ["language=nl", 200],
  ["timezone=UTC&email=jo@example.com", 200],
  ["language=nl&limit=5", 400],
  ["timezone=UTC&order_by=created_datetime:asc", 400],
  ["language=nl&cursor=x", 400],
  ["email=jo@example.com&limit=5", 200],
])("customers are listed by %s with %i", async (query, status) => {
  expect((await account.get(`/customers?${query}`)).status).toBe(status);
});
