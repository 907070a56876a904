import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

const nameOf = ({ name }: { name: string }) => name;

describe.each(["users", "teams", "tags", "views", "rules", "integrations", "satisfaction-surveys"])(
  "%s",
  (resource) => {
    it("are listed page by page, and found one by one", async () => {
      const whole = (await account.get(`/${resource}?limit=100`)).body.data;
      expect(whole.length).toBeGreaterThan(1);
      const first = (await account.get(`/${resource}?limit=1`)).body;
      const second = (await account.get(`/${resource}?limit=1&cursor=${first.meta.next_cursor}`))
        .body;
      expect([...first.data, ...second.data]).toEqual(whole.slice(0, 2));
      expect((await account.get(`/${resource}/${whole[0].id}`)).body).toEqual(whole[0]);
      expect((await account.get(`/${resource}/1`)).status).toBe(404);
    });
  },
);

describe("tags", () => {
  it("are ordered by name and by how many tickets carry them, and searched", async () => {
    const byName = (await account.get("/tags?order_by=name:asc")).body.data.map(nameOf);
    expect(byName).toEqual([...byName].sort());
    const byUsage = (await account.get("/tags?order_by=usage:desc,name:desc")).body.data;
    const usages = byUsage.map(({ usage }: { usage: number }) => usage);
    expect(usages).toEqual([...usages].sort((a, b) => b - a));
    expect(usages[0]).toBeGreaterThan(0);
    expect((await account.get("/tags?search=ORDER")).body.data.map(nameOf).sort()).toEqual([
      "order-change",
      "order-status",
    ]);
  });
});

describe("users", () => {
  it("are found by e-mail and by role", async () => {
    const byEmail = (await account.get("/users?email=nora@example.com")).body.data;
    expect(byEmail.map(nameOf)).toEqual(["Nora Lindqvist"]);
    const byRole = (await account.get("/users?roles=admin&roles=bot")).body.data;
    expect(byRole.map(nameOf).sort()).toEqual(["Gorgias Bot", "Sam Rivers"]);
  });
});

describe("satisfaction surveys", () => {
  it("are created for a ticket, which shows them", async () => {
    const ticket = (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
    const survey = { ticket_id: ticket.id, customer_id: ticket.customer.id, score: 4 };
    const { status, body } = await account.post("/satisfaction-surveys", survey);
    expect(status).toBe(201);
    expect((await account.get("/satisfaction-surveys?limit=1")).body.data).toEqual([body]);
    expect((await account.get(`/tickets/${ticket.id}`)).body.satisfaction_survey).toEqual(body);
    expect((await account.post("/satisfaction-surveys", { ...survey, score: 6 })).status).toBe(400);
  });
});

describe("search", () => {
  it("finds customers by name or e-mail, up to the size asked for", async () => {
    await account.post("/customers", { name: "Zebulon Quill", email: "zq@example.com" });
    const find = async (fields: object) =>
      (await account.post("/search", { type: "customer", ...fields })).body.data;
    expect((await find({ query: "zebulon q" })).map(nameOf)).toEqual(["Zebulon Quill"]);
    expect((await find({ query: "zq@" })).map(nameOf)).toEqual(["Zebulon Quill"]);
    expect(await find({})).toHaveLength(10);
    expect(await find({ size: 50 })).toHaveLength(50);
  });

  it.each([
    ["agent", "nora"],
    ["customer_profile", "example.com"],
    ["customer_channel", "example.com"],
    ["customer_channel_email", "example.com"],
    ["customer_channel_phone", "+1555"],
    ["customers_by_phone", "+1555"],
    ["integration", "acme"],
    ["team", "VIP"],
    ["tag", "damaged"],
  ])("knows the type %s", async (type, query) => {
    const found = (await account.post("/search", { type, query })).body.data;
    expect(found.length).toBeGreaterThan(0);
    expect((await account.post("/search", { type, query: "no such thing" })).body.data).toEqual([]);
  });

  it("refuses other types and sizes", async () => {
    for (const body of [
      { type: "planet" },
      { type: "tag", size: 51 },
      { type: "tag", limit: 5 },
      {},
    ]) {
      expect((await account.post("/search", body)).status).toBe(400);
    }
  });

  it("answers a bare array in accounts that are set up so", async () => {
    const other = await openAccount({ searchShape: "array" });
    const { body } = await other.post("/search", { type: "team", query: "vip" });
    expect(body.map(nameOf)).toEqual(["VIP"]);
    await other.sandbox.close();
  });
});

describe("statistics", () => {
  const period = [
    { member: "periodStart", operator: "afterDate", values: ["2025-01-01T00:00:00Z"] },
    { member: "periodEnd", operator: "beforeDate", values: ["2025-12-31T23:59:59Z"] },
  ];
  const query = {
    scope: "tickets-created",
    filters: period,
    timezone: "UTC",
    dimensions: ["channel"],
    measures: ["ticketCount"],
    time_dimensions: [{ dimension: "createdDatetime", granularity: "month" }],
  };

  it("count the tickets of a period by what is asked for", async () => {
    const { status, body } = await account.post("/reporting/stats?limit=10000", { query });
    const tickets = (await account.get("/tickets?limit=100")).body;
    expect(status).toBe(200);
    expect(Object.keys(body.data[0])).toEqual(["channel", "createdDatetime", "ticketCount"]);
    const sum = (rows: { ticketCount: number }[]) =>
      rows.reduce((all, row) => all + row.ticketCount, 0);
    expect(sum(body.data)).toBeGreaterThan(100);
    expect(sum(body.data)).toBeLessThan(200);
    expect(tickets.data.length).toBe(100);
  });

  it("come in pages, by cursor and limit in the query", async () => {
    const whole = (await account.post("/reporting/stats?limit=10000", { query })).body;
    const first = (await account.post("/reporting/stats?limit=5", { query })).body;
    const next = `/reporting/stats?limit=10000&cursor=${first.meta.next_cursor}`;
    const rest = (await account.post(next, { query })).body;
    expect(first.data).toHaveLength(5);
    const plain = (await account.post("/reporting/stats", { query })).body;
    expect(plain.data).toEqual(whole.data.slice(0, 30));
    expect(whole.data.length).toBeGreaterThan(30);
    expect([...first.data, ...rest.data]).toEqual(whole.data);
    expect(whole.meta.next_cursor).toBeNull();
  });

  it("refuse unknown scopes, a missing period and paging in the body", async () => {
    const send = async (body: object) => (await account.post("/reporting/stats", body)).status;
    expect(await send({ query: { ...query, scope: "weather" } })).toBe(400);
    expect(await send({ query: { ...query, filters: [] } })).toBe(400);
    expect(await send({ query, limit: 5 })).toBe(400);
  });

  const filters = {
    period: { start_datetime: "2025-01-01T00:00:00Z", end_datetime: "2025-12-31T00:00:00Z" },
  };

  it("of the old kind answer lines, or a table to download", async () => {
    const { body } = await account.post("/stats/total-tickets-created", { filters });
    const { lines } = body.data.data;
    const csv = await account.post("/stats/total-tickets-created/download", { filters });
    expect(lines.length).toBeGreaterThan(50);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.body.split("\r\n").slice(0, 2)).toEqual([
      "day,count",
      `${lines[0].day},${lines[0].count}`,
    ]);
    expect((await account.post("/stats/weather", { filters })).status).toBe(400);
    expect((await account.post("/stats/overview", { filters: {} })).status).toBe(400);
  });
});

describe("many customers at once", () => {
  const create = async (fields: object) => (await account.post("/customers", fields)).body;

  it("are deleted together, or none when one is not there", async () => {
    const ids = [(await create({ name: "A" })).id, (await create({ name: "B" })).id];
    expect((await account.delete("/customers", { ids: [...ids, 1] })).status).toBe(404);
    expect((await account.get(`/customers/${ids[0]}`)).status).toBe(200);
    const { status, body } = await account.delete("/customers", { ids });
    expect([status, body]).toEqual([204, ""]);
    expect((await account.get(`/customers/${ids[1]}`)).status).toBe(404);
    expect((await account.delete("/customers", { ids: [] })).status).toBe(400);
  });

  it("are merged: tickets, messages and channels move, a name in the body changes nothing, the source is gone", async () => {
    const ticket = (await account.post("/tickets", ticketFrom("old@example.com"))).body;
    const source = ticket.customer.id;
    const target = (await create({ name: "New", email: "new@example.com" })).id;
    const before = (await account.get(`/customers/${target}`)).body.updated_datetime;
    const path = `/customers/merge?source_id=${source}&target_id=${target}`;
    const { status, body } = await account.put(path, { name: "Both", active: true });
    expect(status).toBe(202);
    const kept = { id: target, name: "New", email: "new@example.com", updated_datetime: before };
    expect(body).toMatchObject(kept);
    expect(body.channels.map(({ address }: { address: string }) => address)).toEqual([
      "new@example.com",
      "old@example.com",
    ]);
    const moved = (await account.get(`/tickets/${ticket.id}`)).body;
    expect([moved.customer.id, moved.messages[0].sender.id]).toEqual([target, target]);
    expect((await account.get(`/customers/${source}`)).status).toBe(404);
    expect((await account.post("/customers", { email: "old@example.com" })).status).toBe(409);
  });

  it("are not merged when both hold data of the same integration, or are one and the same", async () => {
    const listed = (await account.get("/customers?limit=100")).body.data;
    const withOrders = [];
    for (const { id } of listed) {
      if (withOrders.length === 2) break;
      const { integrations } = (await account.get(`/customers/${id}`)).body;
      if (Object.keys(integrations).length > 0) withOrders.push(id);
    }
    const [a, b] = withOrders;
    expect((await account.put(`/customers/merge?source_id=${a}&target_id=${b}`, {})).status).toBe(
      409,
    );
    expect((await account.put(`/customers/merge?source_id=${a}&target_id=${a}`, {})).status).toBe(
      400,
    );
    expect((await account.put("/customers/merge", { source_id: a, target_id: b })).status).toBe(
      400,
    );
  });
});

describe("changes from within", () => {
  it("are seen by the next request, without being requests themselves", async () => {
    const { change, requests } = account.sandbox;
    const id = change.createTicket({
      via: "email",
      messages: [
        { channel: "email", via: "email", from_agent: false, sender: { email: "in@example.com" } },
      ],
    });
    change.updateTicket(id, { subject: "Changed" });
    change.addMessage(id, { channel: "email", via: "email", from_agent: true });
    const { body } = await account.get(`/tickets/${id}`);
    expect([body.subject, body.messages.length]).toEqual(["Changed", 2]);
    change.deleteTicket(id);
    expect((await account.get(`/tickets/${id}`)).status).toBe(404);
    expect(requests).toHaveLength(2);
  });

  it("can give two records the same microsecond, and then the id decides", async () => {
    const { change } = account.sandbox;
    const ids = [change.createCustomer({ name: "A" }), change.createCustomer({ name: "B" })];
    const moment = "2026-03-01T12:34:56.123456+00:00";
    for (const id of ids) change.date("customers", id, { updated_datetime: moment });
    const { data } = (await account.get("/customers?limit=2&order_by=updated_datetime:desc")).body;
    expect(
      data.map((c: { id: number; updated_datetime: string }) => [c.id, c.updated_datetime]),
    ).toEqual(ids.reverse().map((id) => [id, moment]));
  });

  it("can happen between the pages of a list, when a request comes in", async () => {
    const { change, onRequest, requests } = account.sandbox;
    onRequest(() => {
      if (requests.length === 2) change.createCustomer({ name: "In between" });
    });
    const first = (await account.get("/customers?limit=1")).body;
    const again = (await account.get("/customers?limit=1")).body;
    expect(first.data[0].name).not.toBe("In between");
    expect(again.data[0].name).toBe("In between");
  });
});
