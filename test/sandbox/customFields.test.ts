import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

const OWNERS = [
  { kind: "ticket", text: 8802, dropdown: 8801, choice: "Order::Change", foreign: 8811 },
  { kind: "customer", text: 8814, dropdown: 8811, choice: "Gold", foreign: 8801 },
];

async function pathOf(kind: string): Promise<string> {
  const ticket = (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
  return kind === "ticket" ? `/tickets/${ticket.id}` : `/customers/${ticket.customer.id}`;
}

describe.each(OWNERS)(
  "a $kind's values of custom fields",
  ({ kind, text, dropdown, choice, foreign }) => {
    it("are set by a bare array, which leaves the other values alone", async () => {
      const path = await pathOf(kind);
      await account.put(`${path}/custom-fields`, [{ id: text, value: "one" }]);
      const { status, body } = await account.put(`${path}/custom-fields`, [
        { id: dropdown, value: choice },
      ]);
      expect(status).toBe(200);
      expect(body.data).toHaveLength(2);
      const listed = (await account.get(`${path}/custom-fields`)).body;
      expect(listed.data).toEqual(body.data);
      expect(listed.meta).toEqual({ prev_cursor: null, next_cursor: null });
      expect(listed.data.find(({ id }: { id: number }) => id === text)).toMatchObject({
        value: "one",
        field: { id: text, definition: { data_type: "text" } },
      });
    });

    it("are set one by one, and deleted one by one", async () => {
      const path = await pathOf(kind);
      const before = (await account.get(path)).body.updated_datetime;
      const one = `${path}/custom-fields/${text}`;
      expect((await account.put(one, { id: text, value: "x" })).body).toMatchObject({
        id: text,
        value: "x",
      });
      expect((await account.put(one, { definition_id: text, value: "y" })).body.value).toBe("y");
      expect((await account.put(one, { id: dropdown, value: "y" })).status).toBe(400);
      expect((await account.get(path)).body.updated_datetime > before).toBe(true);
      const deleted = await account.delete(one);
      expect([deleted.status, deleted.body]).toEqual([204, ""]);
      expect((await account.get(`${path}/custom-fields`)).body.data).toEqual([]);
      expect((await account.delete(one)).status).toBe(404);
      expect((await account.get(`/custom-fields/${text}`)).status).toBe(200);
    });

    it("have to fit the definition, and the definition the owner", async () => {
      const path = `${await pathOf(kind)}/custom-fields`;
      const statuses = [];
      for (const body of [
        [{ id: text, value: 5 }],
        [{ id: dropdown, value: "none of these" }],
        [{ id: foreign, value: choice }],
        [],
        { fields: [{ id: text, value: "x" }] },
      ]) {
        statuses.push((await account.put(path, body)).status);
      }
      expect(statuses).toEqual([400, 400, 400, 400, 400]);
      expect((await account.get(path)).body.data).toEqual([]);
    });
  },
);

describe("definitions of custom fields", () => {
  const size = {
    object_type: "Ticket",
    label: "Shoe size",
    definition: {
      data_type: "number",
      input_settings: { input_type: "input_number", min: 20, max: 60 },
    },
  };

  it("are created, found, updated, and used", async () => {
    const created = await account.post("/custom-fields", { ...size, priority: 7 });
    expect([created.status, created.body]).toMatchObject([201, { ...size, priority: 7 }]);
    const { id } = created.body;
    const updated = await account.put(`/custom-fields/${id}`, { label: "EU size" });
    expect(updated.status).toBe(200);
    expect(updated.body).toMatchObject({ label: "EU size", definition: size.definition });
    const path = `${await pathOf("ticket")}/custom-fields`;
    expect((await account.put(path, [{ id, value: 42 }])).status).toBe(200);
    expect((await account.put(path, [{ id, value: 61 }])).status).toBe(400);
  });

  it("are updated several at once, all or none", async () => {
    const good = { id: 8802, label: "Order" };
    const { status, body } = await account.put("/custom-fields", [good, { id: 8803, priority: 9 }]);
    expect(status).toBe(200);
    expect(
      body.data.map(({ id, label, priority }: typeof size & { id: number; priority: number }) => [
        id,
        label,
        priority,
      ]),
    ).toEqual([
      [8802, "Order", 2],
      [8803, "Refund amount", 9],
    ]);
    expect(
      (await account.put("/custom-fields", [{ id: 8802, label: "X" }, { id: 1 }])).status,
    ).toBe(400);
    expect((await account.get("/custom-fields/8802")).body.label).toBe("Order");
  });

  it("are listed for one kind of object, by priority, archived ones apart", async () => {
    const labels = async (query: string) =>
      (await account.get(`/custom-fields?${query}`)).body.data.map(
        ({ label }: { label: string }) => label,
      );
    expect(await labels("object_type=Customer&order_by=priority:desc")).toEqual([
      "Company",
      "Reads the newsletter",
      "Loyalty points",
      "Loyalty level",
    ]);
    expect(await labels("object_type=Customer&search=LOYALTY&order_by=priority:asc")).toEqual([
      "Loyalty level",
      "Loyalty points",
    ]);
    await account.put("/custom-fields/8814", { deactivated_datetime: "2026-01-01T00:00:00Z" });
    expect(await labels("object_type=Customer&archived=true")).toEqual(["Company"]);
    expect(await labels("object_type=Customer&archived=false")).not.toContain("Company");
    expect((await account.get("/custom-fields")).body.error.data).toHaveProperty("object_type");
  });

  it.each([
    [{ ...size, label: "" }, "label"],
    [{ ...size, object_type: "Agent" }, "object_type"],
    [{ ...size, priority: 5001 }, "priority"],
    [{ ...size, managed_type: "mood" }, "managed_type"],
    [
      { ...size, definition: { data_type: "number", input_settings: { input_type: "input" } } },
      "definition",
    ],
  ])("are refused when they are wrong: %j", async (body, field) => {
    const answer = await account.post("/custom-fields", body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.error.data)).toEqual([field]);
  });
});
