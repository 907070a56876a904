import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

/** Every item of a list, page by page, and how many pages it took. */
async function readAll(path: string, betweenPages: () => Promise<unknown> = async () => {}) {
  const items: { id: number; [field: string]: unknown }[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const next: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await account.get(`${path}${next}`);
    expect(status).toBe(200);
    items.push(...body.data);
    cursor = body.meta.next_cursor;
    pages += 1;
    if (cursor !== null) await betweenPages();
  } while (cursor !== null);
  return { items, pages };
}

describe("a list", () => {
  it("comes in the envelope of the recorded responses, 30 items unless told otherwise", async () => {
    const { body } = await account.get("/tickets");
    expect(body).toMatchObject({ object: "list", uri: "/api/tickets" });
    expect(body.data).toHaveLength(30);
    expect(body.meta.prev_cursor).toBeNull();
    expect(typeof body.meta.next_cursor).toBe("string");
  });

  it("puts the newest first unless another order is asked for", async () => {
    const { body } = await account.get("/tickets?limit=100");
    const dates = body.data.map((ticket: { created_datetime: string }) => ticket.created_datetime);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it.each([
    ["/tickets", "created_datetime"],
    ["/tickets", "updated_datetime"],
    ["/customers", "created_datetime"],
    ["/customers", "updated_datetime"],
    ["/messages", "created_datetime"],
  ])("%s has every record once in pages ordered by %s, both ways", async (path, field) => {
    const up = await readAll(`${path}?limit=70&order_by=${field}:asc`);
    const down = await readAll(`${path}?limit=70&order_by=${field}:desc`);
    const dates = up.items.map((item) => String(item[field]));
    expect(up.pages).toBe(Math.ceil(up.items.length / 70));
    expect(up.items.length).toBeGreaterThan(150);
    expect(dates).toEqual([...dates].sort());
    expect(down.items.map(({ id }) => id)).toEqual(up.items.map(({ id }) => id).reverse());
  });

  it("goes back to the page before by prev_cursor", async () => {
    const first = await account.get("/tickets?limit=10");
    const second = await account.get(`/tickets?limit=10&cursor=${first.body.meta.next_cursor}`);
    const back = await account.get(`/tickets?limit=10&cursor=${second.body.meta.prev_cursor}`);
    expect(back.body.data).toEqual(first.body.data);
    expect(back.body.meta.prev_cursor).toBeNull();
    expect(back.body.meta.next_cursor).not.toBeNull();
  });

  it("neither repeats nor loses a record when others come and go while it is read", async () => {
    const before = await readAll("/tickets?limit=100");
    const doomed = before.items.at(-1)?.id;
    let round = 0;
    const { items } = await readAll("/tickets?limit=50", async () => {
      round += 1;
      await account.post("/tickets", ticketFrom(`new${round}@example.com`));
      if (round === 1) await account.delete(`/tickets/${doomed}`);
    });
    const expected = before.items.map(({ id }) => id).filter((id) => id !== doomed);
    expect(items.map(({ id }) => id)).toEqual(expected);
  });

  it("shows a record again at its new place when its date changes while the list is read", async () => {
    const oldest = (await account.get("/tickets?limit=1&order_by=updated_datetime:asc")).body
      .data[0];
    let touched = false;
    const { items } = await readAll(
      "/tickets?limit=100&order_by=updated_datetime:asc",
      async () => {
        if (touched) return;
        touched = true;
        await account.put(`/tickets/${oldest.id}`, { priority: "high" });
      },
    );
    expect(items.filter(({ id }) => id === oldest.id)).toHaveLength(2);
    expect(items.at(-1)?.id).toBe(oldest.id);
  });

  it("refuses a cursor that has expired", async () => {
    const { body } = await account.get("/tickets");
    account.clock.now += 600_000;
    const late = await account.get(`/tickets?cursor=${body.meta.next_cursor}`);
    expect(late.status).toBe(400);
    expect(late.body.error.data).toEqual({ cursor: ["This cursor has expired."] });
  });

  it.each([
    [
      "another order",
      (cursor: string) => `/tickets?order_by=updated_datetime:desc&cursor=${cursor}`,
    ],
    ["another list", (cursor: string) => `/customers?cursor=${cursor}`],
    ["nobody", (cursor: string) => `/tickets?cursor=A${cursor}`],
  ])("refuses a cursor made for %s", async (_whom, path) => {
    const { body } = await account.get("/tickets");
    const answer = await account.get(path(body.meta.next_cursor));
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.error.data)).toEqual(["cursor"]);
  });

  it.each([
    ["/tickets?limit=0", ["limit"]],
    ["/tickets?limit=101", ["limit"]],
    ["/tickets?limit=ten", ["limit"]],
    ["/tickets?order_by=subject:asc", ["order_by"]],
    ["/tickets?trashed=maybe", ["trashed"]],
    ["/tickets?customer_id=0", ["customer_id"]],
    ["/tickets?colour=red&size=5", ["colour", "size"]],
    ["/tickets?view_id=1", ["view_id"]],
    ["/customers?id=5", ["id"]],
    ["/messages?order_by=updated_datetime:asc", ["order_by"]],
    ["/account?verbose=true", ["verbose"]],
  ])("answers 400 to %s and names %j", async (path, fields) => {
    const { status, body } = await account.get(path);
    expect(status).toBe(400);
    expect(Object.keys(body.error.data)).toEqual(fields);
    expect(typeof body.error.msg).toBe("string");
  });
});

describe("the made-up shop", () => {
  it("is the same for the same seed, and another one for another", async () => {
    const twin = await openAccount();
    const stranger = await openAccount({ seed: 2 });
    const [mine, same, other] = await Promise.all(
      [account, twin, stranger].map(({ get }) => get("/tickets?limit=50")),
    );
    expect(same?.body.data).toEqual(mine?.body.data);
    expect(other?.body.data).not.toEqual(mine?.body.data);
    await Promise.all([twin.sandbox.close(), stranger.sandbox.close()]);
  });

  it("has as many tickets as asked for, over two years that end today", async () => {
    const { items } = await readAll("/tickets?limit=100&order_by=created_datetime:asc");
    expect(items).toHaveLength(300);
    expect(String(items[0]?.created_datetime)).toMatch(/^2024-03-/);
    expect(String(items.at(-1)?.created_datetime)).toMatch(/^2026-02-2/);
  });

  it("has several channels, languages and states, and no two changes in one microsecond", async () => {
    const { items } = await readAll("/tickets?limit=100");
    const kinds = (field: string) => new Set(items.map((item) => item[field])).size;
    expect(kinds("channel")).toBeGreaterThan(4);
    expect(kinds("language")).toBe(4);
    expect(kinds("status")).toBe(2);
    expect(kinds("updated_datetime")).toBe(300);
  });
});

describe("a list of tickets", () => {
  it("leaves trashed tickets out when asked to, and has them otherwise", async () => {
    const { id } = (await account.get("/tickets?limit=1")).body.data[0];
    await account.put(`/tickets/${id}`, { trashed_datetime: "2026-03-01T00:00:00Z" });
    const [all, kept] = await Promise.all(
      ["", "&trashed=false"].map((more) => account.get(`/tickets?ticket_ids=${id}${more}`)),
    );
    expect(all?.body.data).toHaveLength(1);
    expect(kept?.body.data).toHaveLength(0);
  });

  it("takes the ids of tickets as a repeated parameter", async () => {
    const { data } = (await account.get("/tickets?limit=3")).body;
    const ids = data.map((ticket: { id: number }) => ticket.id);
    const { body } = await account.get(
      `/tickets?${ids.map((id: number) => `ticket_ids=${id}`).join("&")}`,
    );
    expect(body.data.map((ticket: { id: number }) => ticket.id)).toEqual(ids);
  });

  it("filters by customer, by external id, by view and by rule", async () => {
    const made = await account.post(
      "/tickets",
      ticketFrom("jo@example.com", { external_id: "A-1" }),
    );
    const customer = made.body.customer.id;
    const byCustomer = await account.get(`/tickets?customer_id=${customer}`);
    const byExternalId = await account.get("/tickets?external_id=A-1");
    const closed = await readAll("/tickets?limit=100&view_id=900202");
    const emails = await readAll("/tickets?limit=100&rule_id=77");
    expect(byCustomer.body.data.map(({ id }: { id: number }) => id)).toEqual([made.body.id]);
    expect(byExternalId.body.data.map(({ id }: { id: number }) => id)).toEqual([made.body.id]);
    expect(new Set(closed.items.map(({ status }) => status))).toEqual(new Set(["closed"]));
    expect(new Set(emails.items.map(({ channel }) => channel))).toEqual(new Set(["email"]));
  });
});

describe("a list of customers", () => {
  it.each(["email", "external_id", "name"])("filters by %s", async (field) => {
    await account.post("/customers", {
      email: "jo@example.com",
      external_id: "C-1",
      name: "Jo Doe",
    });
    const { items } = await readAll("/customers?limit=100");
    const jo = items.find(({ email }) => email === "jo@example.com");
    const { body } = await account.get(
      `/customers?${field}=${encodeURIComponent(String(jo?.[field]))}`,
    );
    expect(body.data.map(({ id }: { id: number }) => id)).toEqual([jo?.id]);
  });

  it("filters by the type and the address of a channel together", async () => {
    const { body: jo } = await account.post("/customers", {
      channels: [{ type: "phone", address: "+15550001", preferred: true }],
    });
    const hit = await account.get("/customers?channel_type=phone&channel_address=%2B15550001");
    const miss = await account.get("/customers?channel_type=email&channel_address=%2B15550001");
    expect(hit.body.data.map(({ id }: { id: number }) => id)).toEqual([jo.id]);
    expect(miss.body.data).toEqual([]);
  });
});
