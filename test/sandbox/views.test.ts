import { type Account, type Caller, openAccount, ticketFrom } from "./account";

let account: Account;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.sandbox.close());

interface Item {
  id: number;
  status: string;
  priority: string;
  [field: string]: unknown;
}

const idOf = ({ id }: { id: number }) => id;

async function newView(fields: object) {
  const { status, body } = await account.post("/views", fields);
  expect(status).toBe(201);
  return body;
}

/** The tickets that filters find, in a view that is not saved. */
async function found(filters: string, view: object = {}): Promise<Item[]> {
  const { status, body } = await account.put("/views/0/items?limit=100", {
    view: { filters, ...view },
  });
  expect([status, body.error]).toEqual([200, undefined]);
  return body.data;
}

async function newTicket(more: object = {}, email = "jo@example.com"): Promise<number> {
  return (await account.post("/tickets", ticketFrom(email, more))).body.id;
}

/** The types of what happened to an object, the latest first. */
async function eventsOf(type: string, id: number): Promise<string[]> {
  const { body } = await account.get(`/events?object_type=${type}&object_id=${id}`);
  return body.data.map((event: { type: string }) => event.type);
}

describe("a view", () => {
  it("is made with what it lacks filled in, changed in part, and deleted", async () => {
    const view = await newView({ name: "Late ones", filters: "eq(ticket.status, 'open')" });
    expect(view).toMatchObject({
      name: "Late ones",
      slug: "late-ones",
      category: "user",
      type: "ticket-list",
      visibility: "public",
      order_by: "updated_datetime",
      order_dir: "desc",
      search: null,
      deactivated_datetime: null,
    });
    const changed = await account.put(`/views/${view.id}`, { order_dir: "asc" });
    expect([changed.status, changed.body]).toEqual([200, { ...view, order_dir: "asc" }]);
    expect((await account.get(`/views/${view.id}`)).body).toEqual(changed.body);
    expect((await account.delete(`/views/${view.id}`)).status).toBe(204);
    expect((await account.get(`/views/${view.id}`)).status).toBe(404);
    expect(await eventsOf("View", view.id)).toEqual([
      "view-deleted",
      "view-updated",
      "view-created",
    ]);
  });

  it("names whom it is shared with by ids, and shows them as objects", async () => {
    const shared = { shared_with_teams: [5101], shared_with_users: [400746609] };
    const view = await newView({ name: "Ours", visibility: "shared", ...shared });
    expect(view.shared_with_teams).toMatchObject([{ id: 5101, name: "Returns" }]);
    expect(view.shared_with_users).toMatchObject([{ id: 400746609, email: "nora@example.com" }]);
    const { status, body } = await account.put(`/views/${view.id}`, { shared_with_users: [] });
    expect([status, body.shared_with_users, body.shared_with_teams.length]).toEqual([200, [], 1]);
    const unknown = await account.put(`/views/${view.id}`, { shared_with_teams: [5101, 9] });
    expect(unknown.body.error.data).toEqual({ shared_with_teams: { 1: [expect.any(String)] } });
    const objects = await account.put(`/views/${view.id}`, { shared_with_teams: [{ id: 5101 }] });
    expect(objects.status).toBe(400);
  });

  it("that is private is there for its owner alone", async () => {
    const observer = account.as("observer-agent");
    const { id } = await newView({ name: "Mine", visibility: "private" });
    const path = `/views/${id}`;
    const listed = async (caller: Caller) =>
      (await caller.get("/views")).body.data.map((view: { id: number }) => view.id);
    for (const { status } of [
      await observer.get(path),
      await observer.put(path, { name: "Yours" }),
      await observer.delete(path),
      await observer.get(`${path}/items`),
      await observer.put(`${path}/items`, {}),
    ]) {
      expect(status).toBe(404);
    }
    expect((await observer.get(`/tickets?view_id=${id}`)).status).toBe(400);
    expect((await observer.get(`/customers?view_id=${id}`)).status).toBe(400);
    const job = { type: "exportTicketDrilldown", params: { view_id: id } };
    expect((await account.as("lite-agent").post("/jobs", job)).body.error.data.params).toEqual({
      view_id: [`There is no view ${id}.`],
    });
    expect(await listed(observer)).not.toContain(id);
    expect(await listed(account)).toContain(id);
    expect((await account.get(path)).body.name).toBe("Mine");
    const own = await observer.post("/views", { name: "Own", visibility: "private" });
    expect((await account.get(`/views/${own.body.id}`)).status).toBe(404);
    expect((await observer.delete(`/views/${own.body.id}`)).status).toBe(204);
  });

  it("that becomes private is from then on whoever made it so", async () => {
    const { id } = await newView({ name: "Everybody's" });
    await account.as("agent").put(`/views/${id}`, { visibility: "private" });
    expect((await account.get(`/views/${id}`)).status).toBe(404);
    expect((await account.as("agent").get(`/views/${id}`)).status).toBe(200);
  });

  it("that is shared is there for its owner and for those whom it is shared with", async () => {
    const observer = account.as("observer-agent");
    const [me] = (await account.get("/users?roles=observer-agent")).body.data;
    const { data } = (await account.get("/teams")).body;
    const team = data.find(({ members }: { members: { id: number }[] }) =>
      members.some(({ id }) => id === me.id),
    );
    const { id } = await newView({ name: "Ours", visibility: "shared" });
    const seen = async () => (await observer.get(`/views/${id}`)).status;
    expect([await seen(), (await account.get(`/views/${id}`)).status]).toEqual([404, 200]);
    await account.put(`/views/${id}`, { shared_with_users: [me.id] });
    expect(await seen()).toBe(200);
    await account.put(`/views/${id}`, { shared_with_users: [], shared_with_teams: [team.id] });
    expect(await seen()).toBe(200);
    expect((await observer.put(`/views/${id}`, { name: "Mine" })).status).toBe(403);
  });

  it("is decorated with an emoji, and nothing else", async () => {
    const { decoration } = await newView({ name: "Gold", decoration: { emoji: "⭐" } });
    expect(decoration).toEqual({ emoji: "⭐" });
    const other = await account.post("/views", { name: "Foo", decoration: { foo: 1 } });
    expect([other.status, other.body.error.data]).toEqual([
      400,
      { decoration: { foo: ["Unknown field."] } },
    ]);
  });

  it("of the system cannot be deleted", async () => {
    const [system] = (await account.get("/views?order_by=created_datetime:asc")).body.data;
    expect(system.category).toBe("system");
    expect((await account.delete(`/views/${system.id}`)).status).toBe(403);
    expect((await account.get(`/views/${system.id}`)).status).toBe(200);
  });

  it("shows its filters as a program too", async () => {
    const { filters_ast } = await newView({ filters: "eq(ticket.status, 'open')" });
    expect(filters_ast).toMatchObject({
      type: "Program",
      sourceType: "script",
      loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 25 } },
      body: [{ type: "ExpressionStatement", expression: { callee: { name: "eq" } } }],
    });
    expect(filters_ast).not.toHaveProperty("start");
  });

  it.each([
    ["an unknown field", { colour: "red" }, "colour"],
    ["another type", { type: "customer-list" }, "type"],
    ["an order that there is not", { order_by: "subject" }, "order_by"],
    ["a column that there is not", { fields: ["colour"] }, "fields"],
    ["bad filters", { filters: "eq(ticket.status" }, "filters"],
    [
      "more than 100 to share it with",
      { shared_with_users: Array(101).fill(400746609) },
      "shared_with_users",
    ],
  ])("refuses %s", async (_what, fields, blamed) => {
    const { status, body } = await account.post("/views", fields);
    expect([status, Object.keys(body.error.data)]).toEqual([400, [blamed]]);
  });
});

describe("filters", () => {
  let all: Item[];
  beforeAll(async () => {
    all = (await account.get("/tickets?limit=100")).body.data;
    for (const cursor = { next: "" }; ; ) {
      const { body } = await account.get(
        `/tickets?limit=100${cursor.next && `&cursor=${cursor.next}`}`,
      );
      if (cursor.next !== "") all.push(...body.data);
      if (body.meta.next_cursor === null) break;
      cursor.next = body.meta.next_cursor;
    }
    all = all.filter(({ spam, trashed_datetime }) => spam === false && trashed_datetime === null);
    expect(all.length).toBeGreaterThan(250);
  });

  const day = (text: unknown) => Date.parse(String(text));
  const now = Date.parse("2026-03-01T12:00:00Z");
  const cases: [string, (ticket: Item) => boolean][] = [
    ["eq(ticket.status, 'open')", (t) => t.status === "open"],
    ['eq(ticket.status, "open")', (t) => t.status === "open"],
    ["neq(ticket.priority, 'normal')", (t) => t.priority !== "normal"],
    [
      "containsAny(ticket.channel, ['sms', 'whatsapp'])",
      (t) => ["sms", "whatsapp"].includes(String(t.channel)),
    ],
    [
      "notContainsAny(ticket.channel, ['email', 'chat', 'contact_form'])",
      (t) => !["email", "chat", "contact_form"].includes(String(t.channel)),
    ],
    [
      "containsAny(ticket.tags.id, [1151723])",
      (t) => (t.tags as Item[]).some(({ id }) => id === 1151723),
    ],
    [
      "containsAny(ticket.tags.name, ['wholesale', 'vip'])",
      (t) => (t.tags as Item[]).some(({ name }) => name === "vip" || name === "wholesale"),
    ],
    ["isEmpty(ticket.assignee_user.id)", (t) => t.assignee_user === null],
    [
      "isNotEmpty(ticket.assignee_user.id) && eq(ticket.status, 'open')",
      (t) => t.assignee_user !== null && t.status === "open",
    ],
    [
      "eq(ticket.assignee_user.id, '{{current_user.id}}') && eq(ticket.channel, 'chat')",
      (t) =>
        (t.assignee_user as Item | null)?.email === "agent@example.com" && t.channel === "chat",
    ],
    [
      "eq(ticket.assignee_user.id, '400746609') && eq(ticket.channel, 'email')",
      (t) => (t.assignee_user as Item | null)?.id === 400746609 && t.channel === "email",
    ],
    [
      "gte(ticket.created_datetime, '2026-01-15T00:00:00Z')",
      (t) => day(t.created_datetime) >= day("2026-01-15T00:00:00Z"),
    ],
    [
      "gt(ticket.created_datetime, '2024-06-01') && lt(ticket.created_datetime, '2024-08-01')",
      (t) =>
        day(t.created_datetime) > day("2024-06-01") && day(t.created_datetime) < day("2024-08-01"),
    ],
    [
      "gteTimedelta(ticket.created_datetime, '6w')",
      (t) => day(t.created_datetime) >= now - 42 * 86_400_000,
    ],
    [
      "lteTimedelta(ticket.created_datetime, '100w')",
      (t) => day(t.created_datetime) <= now - 700 * 86_400_000,
    ],
  ];
  it.each(cases)("%s finds what it says", async (filters, matches) => {
    const wanted = all.filter(matches).map(idOf).sort();
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThanOrEqual(100);
    expect((await found(filters)).map(idOf).sort()).toEqual(wanted);
  });

  it("leave out the trash and spam, unless they speak of it", async () => {
    const gone = await newTicket({ trashed_datetime: "2026-03-01T11:00:00Z" });
    const spam = await newTicket({ spam: true });
    const listed = (await found("")).map(idOf);
    expect(listed).toHaveLength(100);
    expect(listed).not.toContain(gone);
    expect(listed).not.toContain(spam);
    expect((await found("isNotEmpty(ticket.trashed_datetime)")).map(idOf)).toContain(gone);
    expect((await found("eq(ticket.spam, true)")).map(idOf)).toContain(spam);
  });

  it.each([
    "eq(ticket.status, 'open') || eq(ticket.status, 'closed')",
    "!eq(ticket.status, 'open')",
    "eq(ticket.status, 'open'); eq(ticket.status, 'open')",
    "same(ticket.status, 'open')",
    "toString(ticket.status)",
    "eq(ticket.colour, 'red')",
    "eq(customer.id, 1)",
    "eq(ticket.status)",
    "eq(ticket.status, 'open', 'closed')",
    "eq(ticket.status, ['open'])",
    "eq(ticket.status, open)",
    "containsAny(ticket.tags.id, 1)",
    "gt(ticket.status, 1)",
    "gte(ticket.created_datetime, 'soon')",
    "gteTimedelta(ticket.created_datetime, '1 day')",
    "isEmpty(ticket.assignee_user.id, 1)",
    "ticket.status == 'open'",
    "eq(ticket.status, 'open'",
  ])("%s is refused", async (filters) => {
    const { status, body } = await account.put("/views/0/items", { view: { filters } });
    expect([status, body.error.data]).toEqual([400, { view: { filters: [expect.any(String)] } }]);
  });
});

describe("the items of a view", () => {
  /** Every item, by the addresses that each page gives for the next one. */
  async function walk(path: string, direction: "next_items" | "prev_items", send = account.get) {
    const items: Item[] = [];
    let address: string | null = path;
    while (address !== null) {
      const { status, body } = await send(address);
      expect(status).toBe(200);
      if (direction === "next_items") items.push(...body.data);
      else items.unshift(...body.data);
      address = body.meta[direction]?.replace("/api", "") ?? null;
    }
    return items;
  }

  it.each([
    "created_datetime",
    "updated_datetime",
    "last_message_datetime",
    "last_received_message_datetime",
    "closed_datetime",
    "priority",
  ])("ordered by %s are each listed once, over the addresses of the pages", async (order) => {
    const rank = ["low", "normal", "high", "critical"];
    const key = (item: Item) =>
      order === "priority" ? rank.indexOf(item.priority) : Date.parse(String(item[order])) || 0;
    const down = await walk(`/views/900202/items?order_by=${order}:desc`, "next_items");
    const up = await walk(`/views/900202/items?limit=100&order_by=${order}:asc`, "next_items");
    const listed = await account.get("/tickets?limit=100&view_id=900202");
    expect(down.length).toBeGreaterThan(200);
    expect(new Set(down.map(idOf)).size).toBe(down.length);
    expect(down.map(idOf)).toEqual(expect.arrayContaining(listed.body.data.map(idOf)));
    expect(down.map(key)).toEqual(down.map(key).sort((a, b) => b - a));
    expect(up.map(idOf)).toEqual(down.map(idOf).reverse());
  });

  it("come with addresses that hold direction, ignored item and cursor, and no total", async () => {
    const first = (await account.get("/views/900202/items?limit=10")).body;
    expect(Object.keys(first)).toEqual(["data", "meta"]);
    expect(first.meta).toMatchObject({ prev_items: null, current_cursor: null });
    const next = new URL(first.meta.next_items, "http://localhost");
    expect(next.pathname).toBe("/api/views/900202/items/");
    expect([...next.searchParams.keys()]).toEqual(["direction", "ignored_item", "cursor"]);
    expect(next.searchParams.get("direction")).toBe("next");
    expect(next.searchParams.get("ignored_item")).toBe(String(first.data.at(-1).id));
    const second = (await account.get(`${first.meta.next_items.slice(4)}&limit=10`)).body;
    expect(second.meta.current_cursor).toBe(next.searchParams.get("cursor"));
    const back = (await account.get(`${second.meta.prev_items.slice(4)}&limit=10`)).body;
    expect(back.data).toEqual(first.data);
    expect(back.meta.prev_items).toBeNull();
    expect(back.meta.next_items).not.toBeNull();
  });

  it("begin with the item of the cursor, unless it is ignored", async () => {
    const first = (await account.get("/views/900202/items?limit=3")).body;
    const { searchParams } = new URL(first.meta.next_items, "http://localhost");
    const cursor = searchParams.get("cursor");
    const { body } = await account.get(`/views/900202/items?limit=3&cursor=${cursor}`);
    expect(body.data[0]).toEqual(first.data[2]);
  });

  it("have the fields of a ticket in a list, without summary and custom fields", async () => {
    const [item] = (await account.get("/views/900202/items?limit=1")).body.data;
    const listed = (await account.get(`/tickets?ticket_ids=${item.id}`)).body.data[0];
    const { summary: _, custom_fields: __, ...rest } = listed;
    expect(item).toEqual(rest);
  });

  it("are those of the saved view, changed for once by a view in the body", async () => {
    const view = await newView({
      filters: "eq(ticket.status, 'closed')",
      order_by: "created_datetime",
    });
    const path = `/views/${view.id}/items?limit=100`;
    const saved = (await account.put(path, {})).body;
    expect(saved).toEqual((await account.get(path)).body);
    const changed = (await account.put(path, { view: { filters: "eq(ticket.status, 'open')" } }))
      .body;
    expect(changed.data.every(({ status }: Item) => status === "open")).toBe(true);
    expect((await account.get(`/views/${view.id}`)).body.filters).toBe(
      "eq(ticket.status, 'closed')",
    );
  });

  it("of a view that is not saved are paged by PUT, with the limit in the query", async () => {
    const view = { filters: "eq(ticket.status, 'closed')", order_by: "priority", order_dir: "asc" };
    const send = (path: string) => account.put(path, { view });
    const items = await walk("/views/0/items?limit=70", "next_items", send);
    expect(items.length).toBeGreaterThan(200);
    expect(new Set(items.map(idOf)).size).toBe(items.length);
    const inBody = await account.put("/views/0/items", { view, limit: 70 });
    expect(inBody.body.error.data).toEqual({ limit: ["Unknown field."] });
    expect((await account.put("/views/0/items", {})).body.error.data).toEqual({
      view: ["Missing data for required field."],
    });
  });

  it("are searched in subjects, messages and customers", async () => {
    const id = await newTicket({ subject: "A Zeppelin, please" }, "graf@example.com");
    const message = {
      channel: "email",
      from_agent: true,
      receiver: { email: "jo@example.com" },
      body_text: "It is Hindenburg's.",
    };
    await account.post(`/tickets/${id}/messages`, message);
    for (const search of ["zeppelin", "HINDENBURG", "graf@", "hindenburg's"]) {
      expect((await found("", { search })).map(idOf)).toEqual([id]);
    }
    expect(await found("eq(ticket.status, 'closed')", { search: "zeppelin" })).toEqual([]);
    expect(await found("", { search: "zep.elin" })).toEqual([]);
  });

  it("are those of an agent's own in a view that speaks of the signed-in user", async () => {
    const items = await walk("/views/900210/items?limit=100", "next_items");
    expect(items.length).toBeGreaterThan(10);
    for (const { assignee_user } of items) {
      expect(assignee_user).toMatchObject({ email: "agent@example.com" });
    }
  });

  it.each([
    ["another order", "&order_by=priority:asc", "cursor"],
    ["an unknown direction", "&direction=up", "direction"],
    ["a limit too high", "&limit=101", "limit"],
    ["an unknown parameter", "&page=2", "page"],
  ])("refuse a cursor with %s", async (_what, more, blamed) => {
    const { next_items } = (await account.get("/views/900202/items?limit=1")).body.meta;
    const { status, body } = await account.get(`${next_items.slice(4)}${more}`);
    expect([status, Object.keys(body.error.data)]).toEqual([400, [blamed]]);
  });

  it("refuse a cursor that has expired, and are not found without a view", async () => {
    const { next_items } = (await account.get("/views/900202/items?limit=1")).body.meta;
    account.clock.now += 600_000;
    expect((await account.get(next_items.slice(4))).status).toBe(400);
    expect((await account.get("/views/1/items")).status).toBe(404);
    expect((await account.get("/views/0/items")).status).toBe(400);
  });
});
