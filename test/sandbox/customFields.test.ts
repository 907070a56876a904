import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.sandbox.close());

const OWNERS = [
  {
    kind: "ticket",
    text: 8802,
    number: 8803,
    boolean: 8804,
    dropdown: 8801,
    choice: "Order::Change",
    foreign: 8811,
  },
  {
    kind: "customer",
    text: 8814,
    number: 8812,
    boolean: 8813,
    dropdown: 8811,
    choice: "Gold",
    foreign: 8801,
  },
];

async function pathOf(kind: string): Promise<string> {
  const ticket = (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
  return kind === "ticket" ? `/tickets/${ticket.id}` : `/customers/${ticket.customer.id}`;
}

describe.each(OWNERS)(
  "a $kind's values of custom fields",
  ({ kind, text, number, boolean, dropdown, choice, foreign }) => {
    it("are set by a bare array, which replaces the whole set", async () => {
      const path = await pathOf(kind);
      await account.put(`${path}/custom-fields`, [{ id: text, value: "one" }]);
      const { status, body } = await account.put(`${path}/custom-fields`, [
        { id: dropdown, value: choice },
      ]);
      expect(status).toBe(200);
      expect(body.data.map(({ field }: { field: { id: number } }) => field.id)).toEqual([dropdown]);
      expect((await account.get(`${path}/custom-fields`)).body).toEqual(body);
    });

    it("are set one by one with the bare value, and deleted one by one", async () => {
      const path = await pathOf(kind);
      const before = (await account.get(path)).body.updated_datetime;
      const one = `${path}/custom-fields/${text}`;
      const { body } = await account.put(one, "x");
      expect(body).toMatchObject({ value: "x", field: { id: text } });
      expect(body).not.toHaveProperty("id");
      expect((await account.put(one, { id: text, value: "x" })).status).toBe(400);
      expect((await account.put(one, ["x"])).status).toBe(400);
      expect((await account.put(one, "")).status).toBe(400);
      expect((await account.get(path)).body.updated_datetime > before).toBe(true);
      const deleted = await account.delete(one);
      expect([deleted.status, deleted.body]).toEqual([204, ""]);
      expect((await account.get(`${path}/custom-fields`)).body).toEqual({ data: [] });
      expect((await account.delete(one)).status).toBe(404);
      expect((await account.get(`/custom-fields/${text}`)).status).toBe(200);
    });

    it("keep the kind of JSON that they came as", async () => {
      const path = `${await pathOf(kind)}/custom-fields`;
      const given = [
        { id: number, value: "12" },
        { id: text, value: 12 },
        { id: boolean, value: false },
      ];
      const { body } = await account.put(path, given);
      expect(
        body.data.map(({ field: { id }, value }: { field: { id: number }; value: unknown }) => ({
          id,
          value,
        })),
      ).toEqual(expect.arrayContaining(given));
    });

    it("have to fit the definition where Gorgias looks, and the definition the owner", async () => {
      const path = `${await pathOf(kind)}/custom-fields`;
      const { id: choiceless } = (
        await account.post("/custom-fields", {
          object_type: kind === "ticket" ? "Ticket" : "Customer",
          label: "Empty",
          definition: {
            data_type: "text",
            input_settings: { input_type: "dropdown", choices: [] },
          },
        })
      ).body;
      const statuses = [];
      for (const body of [
        [{ id: dropdown, value: "none of these" }],
        [{ id: dropdown, value: choice.toLowerCase() }],
        [{ id: choiceless, value: "any" }],
        [{ id: boolean, value: "true" }],
        [{ id: number, value: -1 }],
        [{ id: text, value: null }],
        [{ id: text, value: { a: 1 } }],
        [{ id: foreign, value: choice }],
        [],
        { fields: [{ id: text, value: "x" }] },
      ]) {
        statuses.push((await account.put(path, body)).status);
      }
      expect(statuses).toEqual(statuses.map(() => 400));
      expect((await account.get(path)).body.data).toEqual([]);
    });
  },
);

describe("a field that Gorgias fills in itself", () => {
  it("has to be in a list of values where it has one, and can be set with the others", async () => {
    const tickets = (await account.get("/tickets?limit=100")).body.data;
    const { id } = tickets.find((one: { custom_fields: object }) => "8805" in one.custom_fields);
    const path = `/tickets/${id}/custom-fields`;
    const before = (await account.get(path)).body;
    const without = await account.put(path, [{ id: 8802, value: "#1" }]);
    expect([without.status, without.body.error.data.custom_fields]).toEqual([
      400,
      ["The value of the managed field 8805 stays."],
    ]);
    expect((await account.delete(`${path}/8805`)).body.error.data.custom_fields).toEqual([
      "The value of the managed field 8805 stays.",
    ]);
    expect((await account.get(path)).body).toEqual(before);
    const both = [
      { id: 8802, value: "#1" },
      { id: 8805, value: "Other::Other" },
    ];
    expect((await account.put(path, both)).body.data).toHaveLength(2);
  });
});

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
      [8802, "Order", 8],
      [8803, "Refund amount", 9],
    ]);
    expect(
      (await account.put("/custom-fields", [{ id: 8802, label: "X" }, { id: 1 }])).status,
    ).toBe(400);
    expect((await account.get("/custom-fields/8802")).body.label).toBe("Order");
  });

  it("have no address of their own, and a priority of 0 comes back as 10", async () => {
    const { id, ...made } = (await account.post("/custom-fields", { ...size, priority: 0 })).body;
    expect(made).toMatchObject({ priority: 10, requirement_type: "visible" });
    expect(made).not.toHaveProperty("uri");
    const changed = await account.put(`/custom-fields/${id}`, { priority: 0 });
    expect(changed.body.priority).toBe(10);
  });

  it("can have bounds that came back as text, which count", async () => {
    const { input_settings } = (await account.get("/custom-fields/8803")).body.definition;
    expect(input_settings).toMatchObject({ min: 0, max: "5000" });
    const path = `${await pathOf("ticket")}/custom-fields/8803`;
    expect((await account.put(path, 5001)).status).toBe(400);
    expect((await account.put(path, 5000)).status).toBe(200);
  });

  it("are listed for one kind of object, by priority, archived ones apart", async () => {
    const labels = async (query: string) =>
      (await account.get(`/custom-fields?${query}`)).body.data.map(
        ({ label }: { label: string }) => label,
      );
    const all = ["Loyalty level", "Loyalty points", "Reads the newsletter", "Company"];
    expect(await labels("object_type=Customer")).toEqual(all);
    expect(await labels("object_type=Customer&order_by=priority:desc")).toEqual(all);
    expect(await labels("object_type=Customer&search=LOYALTY&order_by=priority:asc")).toEqual([
      "Loyalty points",
      "Loyalty level",
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
