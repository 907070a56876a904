import { definition, isDefined, kinds } from "../support/customFields";
import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const filled = {
  channels: '[{"type":"phone","address":"+33612345678","preferred":true}]',
  email: "jo@example.com",
  external_id: "C-1",
  language: "fr",
  name: "Jo Martin",
  timezone: "Europe/Paris",
  note: "Kind.",
  meta: '{"tier":"gold"}',
  custom_fields: '[{"id":51,"value":true}]',
};

/** What its field takes is looked up, once for each time that it is set. */
const lookUp = () => isDefined(definition(51, "Gift", kinds.boolean, { object_type: "Customer" }));

const sent = {
  ...filled,
  channels: [{ type: "phone", address: "+33612345678", preferred: true }],
  meta: { tier: "gold" },
  custom_fields: [{ id: 51, value: true }],
};

it("Create Customer sends every input under Gorgias' own name", async () => {
  lookUp();
  gorgias()
    .post("/api/customers", { ...sent, active: true })
    .reply(201, { id: 1 });
  await expect(
    run("createCustomer", { ...filled, additionalFields: '{"active":true}' }),
  ).resolves.toEqual({ id: 1 });
});

it("Update Customer sends what was filled in and nothing else", async () => {
  lookUp();
  gorgias().put("/api/customers/1", sent).reply(202, { id: 1 });
  gorgias().put("/api/customers/1", { note: null }).reply(202, { id: 1 });
  await run("updateCustomer", { id: 1, ...filled });
  await run("updateCustomer", { id: 1, additionalFields: { note: null } });
});

it("Get Customer asks for custom fields by name", async () => {
  gorgias().get("/api/customers/1?relationships=custom_fields").reply(200, { id: 1 });
  await expect(run("getCustomer", { id: 1, relationships: "custom_fields" })).resolves.toEqual({
    id: 1,
  });
});

it("Delete Customer answers what it deleted", async () => {
  gorgias().delete("/api/customers/1").reply(204);
  await expect(run("deleteCustomer", { id: 1 })).resolves.toEqual({ id: 1, deleted: true });
});

describe("List Customers", () => {
  it("sends its filters", async () => {
    gorgias()
      .get(
        "/api/customers?email=jo%40example.com&external_id=C-1&name=Jo+Martin&view_id=3&channel_type=phone&channel_address=%2B33&order_by=updated_datetime%3Adesc&limit=5",
      )
      .reply(200, page([]));
    await run("listCustomers", {
      email: "jo@example.com",
      external_id: "C-1",
      name: "Jo Martin",
      view_id: "3",
      channel_type: "phone",
      channel_address: "+33",
      order_by: "updated_datetime:desc",
      limit: 5,
    });
  });

  describe("by Language and Timezone", () => {
    const jo = { id: 1, language: "fr", timezone: "Europe/Paris" };
    const sam = { id: 2, language: "fr", timezone: null };
    const pat = { id: 3, language: null, timezone: "Europe/Paris" };

    it("sends them where nothing turns or orders the pages", async () => {
      gorgias()
        .get("/api/customers?email=jo%40example.com&language=fr&timezone=Europe%2FParis")
        .reply(200, page([jo, sam], "next"));
      await expect(
        run("listCustomers", { email: "jo@example.com", language: "fr", timezone: "Europe/Paris" }),
      ).resolves.toEqual(page([jo, sam], "next"));
    });

    it.each([
      ["limit", 5, "limit=5"],
      ["cursor", "c", "cursor=c"],
      ["order_by", "updated_datetime:desc", "order_by=updated_datetime%3Adesc"],
    ])("filters what came back beside %s", async (key, value, query) => {
      gorgias()
        .get(`/api/customers?${query}`)
        .times(2)
        .reply(200, page([sam, jo, pat], "next"));
      await expect(
        run("listCustomers", { [key]: value, language: "fr", timezone: "Europe/Paris" }),
      ).resolves.toEqual(page([jo], "next"));
      await expect(run("listCustomers", { [key]: value, language: "FR" })).resolves.toEqual(
        page([sam, jo], "next"),
      );
    });

    it.each([" fr", "fr\u200b\n"])("compares what can be seen of %j", async (language) => {
      const spaced = { id: 4, language: "FR " };
      gorgias()
        .get("/api/customers?limit=5")
        .reply(200, page([jo, pat, spaced]));
      await expect(run("listCustomers", { limit: 5, language })).resolves.toEqual(
        page([jo, spaced]),
      );
    });

    it("hands on the cursor of a page that nobody on it fits", async () => {
      gorgias()
        .get("/api/customers?limit=1")
        .reply(200, page([pat], "next"));
      await expect(run("listCustomers", { limit: 1, language: "fr" })).resolves.toEqual(
        page([], "next"),
      );
    });

    it("reads and filters every page when Fetch All is on", async () => {
      gorgias()
        .get("/api/customers?view_id=3&limit=100")
        .reply(200, page([pat, sam], "next"));
      gorgias()
        .get("/api/customers?view_id=3&limit=100&cursor=next")
        .reply(200, page([jo]));
      await expect(
        run("listCustomers", { view_id: 3, language: "fr", fetchAll: true }),
      ).resolves.toMatchObject({ data: [sam, jo], meta: { next_cursor: null } });
    });
  });

  it("answers a list of one for Customer ID, even when Fetch All is on", async () => {
    gorgias().get("/api/customers/1").reply(200, { id: 1 });
    await expect(run("listCustomers", { id: "1", fetchAll: true })).resolves.toEqual({
      object: "list",
      uri: "/api/customers/1",
      data: [{ id: 1 }],
      meta: { prev_cursor: null, next_cursor: null },
    });
  });

  it("answers an empty list for a Customer ID that nobody has", async () => {
    gorgias().get("/api/customers/1").reply(404);
    await expect(run("listCustomers", { id: "1" })).resolves.toMatchObject({ data: [] });
  });

  it("does not take another failure for an empty list", async () => {
    gorgias().get("/api/customers/1").reply(403);
    await expect(failure("listCustomers", { id: "1" })).resolves.toMatchObject({ status: 403 });
  });

  it("refuses Customer ID beside another filter", async () => {
    await expect(
      failure("listCustomers", { id: 1, email: "jo@example.com" }),
    ).resolves.toMatchObject({
      message: "Customer ID: cannot be combined with Email. Clear one of the two.",
    });
  });
});

it.each(["null", " null "])("Meta and Custom Fields that are %j were left blank", async (given) => {
  gorgias().put("/api/customers/7", { name: "Jo" }).reply(202, {});
  await run("updateCustomer", { id: 7, name: "Jo", meta: given, custom_fields: given });
});

describe("Update Customer Data", () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    [{ a: 1 }, { a: 1 }],
    ["[1]", [1]],
    ["7", 7],
    [false, false],
    ["null", null],
    ['"text"', "text"],
    ['""', ""],
    ["[]", []],
    [[], []],
    [{}, {}],
    [[[]], [[]]],
    ["[null]", [null]],
  ])("sets %j", async (data, body) => {
    gorgias().put("/api/customers/1/data", { data: body }).reply(202, { id: 1 });
    await run("updateCustomerData", { customer_id: 1, data });
  });

  it("sends Version as a date-time", async () => {
    gorgias()
      .put("/api/customers/1/data", { data: {}, version: "2026-01-01T00:00:00Z" })
      .reply(202, { id: 1 });
    await run("updateCustomerData", { customer_id: 1, data: "{}", version: "2026-01-01" });
  });

  it.each([
    ["", "Data: this input is required and was left blank."],
    [" \ufeff", "Data: this input is required and was left blank."],
    [null, "Data: this input is required and was left blank."],
    ["{", "Data: expected JSON, got the end of the text at line 1, column 2."],
  ])("refuses %j", async (data, message) => {
    await expect(failure("updateCustomerData", { customer_id: 1, data })).resolves.toMatchObject({
      message,
    });
  });
});

it.each([
  ["email", "jo", 'Email: expected an e-mail address, got "jo".'],
  ["channels", '[{"type":"phone"}]', "Channels[0].address: expected text, got nothing."],
  ["meta", "[1]", "Meta: expected an object, got [1]."],
  ["custom_fields", '[{"id":"x"}]', expect.stringMatching(/^Custom Fields\[0\].id: expected/)],
  ["additionalFields", "[]", 'Additional Fields: expected a JSON object, got "[]".'],
])("Create Customer refuses %s %j", async (key, value, message) => {
  await expect(failure("createCustomer", { [key]: value })).resolves.toMatchObject({ message });
});

it("channels out of Get Customer go without what Gorgias alone sets, and deleted ones stay deleted", async () => {
  const read = { created_datetime: "2026-01-01T00:00:00Z", updated_datetime: null, user: null };
  const channels = [
    {
      id: 1,
      type: "email",
      address: "jo@example.com",
      preferred: true,
      ...read,
      customer: { id: 7 },
    },
    { id: 2, type: "phone", address: "+1", ...read, deleted_datetime: "2026-02-01T00:00:00Z" },
    { id: 3, type: "phone", address: "+2", preferred: false, ...read, deleted_datetime: null },
  ];
  for (const given of [channels, JSON.stringify(channels), { data: channels }]) {
    gorgias()
      .put("/api/customers/7", (sent) => {
        expect(sent).toStrictEqual({
          channels: [
            { type: "email", address: "jo@example.com", preferred: true },
            { type: "phone", address: "+2", preferred: false },
          ],
        });
        return true;
      })
      .reply(202, { id: 7 });
    await run("updateCustomer", { id: 7, channels: given });
  }
});

it.each([{}, { email: " ", channels: "[]" }, { additionalFields: {} }])(
  "Create Customer refuses %j, which has nothing in it",
  async (inputs) => {
    const { message } = await failure("createCustomer", inputs);
    expect(message).toBe("Email: is blank, and so is everything else: fill in at least one input.");
  },
);
