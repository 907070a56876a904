import { createHarness } from "@prismatic-io/spectral/dist/testing";
import component from "../../src";
import { actions } from "../../src/actions";
import { LARGEST_MIB } from "../../src/client/http";
import { connection, failure, newLog, run, secrets } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

/** What a list is exported as, as text. */
async function exported(inputs: Record<string, unknown>, log = newLog()): Promise<string> {
  return String(await run("exportList", inputs, log));
}

const lines = (...rows: string[]) => rows.map((row) => `${row}\r\n`).join("");

/** The first page of all tickets. */
const tickets = (query = "") => gorgias().get(`/api/tickets?${query}limit=100`);

const ticketsWith = (columns: string, inputs: Record<string, unknown> = {}) =>
  exported({ resource: "tickets", columns, ...inputs });

describe("the lists", () => {
  const { inputs } = component.actions.exportList ?? {};
  const { model = [] } = inputs?.find(({ key }) => key === "resource") ?? {};

  it("are all that the connector has, by the names of their actions", () => {
    const lists = Object.entries(actions).filter(([, { inputs }]) => "fetchAll" in inputs);
    const known = lists
      .filter(([key]) => key !== "getReportingStatistic")
      .map(([key, { label }]) => ({
        value: key.replace(/^list(.)/, (_, first: string) => first.toLowerCase()),
        label: label.replace(/^List /, ""),
      }));
    expect(known).toContainEqual({ value: "customFields", label: "Custom Fields" });
    expect(model).toEqual(known);
  });

  it("are no others", async () => {
    await expect(failure("exportList", { resource: "parcels" })).resolves.toMatchObject({
      message: expect.stringMatching(
        /^Resource: expected one of .*\btickets, .*, got "parcels"\.$/,
      ),
    });
  });

  it("can be ordered by what one of them can be ordered by", () => {
    const { model = [] } = inputs?.find(({ key }) => key === "order_by") ?? {};
    expect(model.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["updated_datetime:asc", "priority:desc"]),
    );
    expect(new Set(model.map(({ value }) => value)).size).toBe(model.length);
  });
});

describe("the filters", () => {
  it.each([
    [
      "a key-value list",
      [
        { key: "types", value: "ticket-created" },
        { key: "object_id", value: "7" },
        { key: "", value: "" },
        { key: "types", value: "ticket-closed" },
      ],
    ],
    ["an object", { types: ["ticket-created", "ticket-closed"], object_id: 7 }],
    ["JSON", '{ "types": "ticket-created, ticket-closed", "Object_ID": "7", "user_ids": "" }'],
  ])("as %s are read and sent as the list's own action does", async (_, filters) => {
    gorgias()
      .get(
        "/api/events?object_id=7&types=ticket-created&types=ticket-closed&order_by=created_datetime%3Aasc&limit=100",
      )
      .reply(200, page([{ id: 9 }]));
    const order_by = "created_datetime:asc";
    const csv = exported({ resource: "events", filters, order_by, columns: "id" });
    await expect(csv).resolves.toBe(lines("id", "9"));
  });

  it("can be objects, also as text in a row", async () => {
    gorgias()
      .get("/api/events?created_datetime%5Bgte%5D=2026-03-01T00%3A00%3A00Z&limit=100")
      .reply(200, page([]));
    const filters = [{ key: "created_datetime", value: '{ "gte": "2026-03-01" }' }];
    await exported({ resource: "events", filters });
  });

  it.each([
    [
      "tickets",
      { statuss: "open" },
      /^Filters: expected one of customer_id, .*view_id.*, got "statuss"\.$/,
    ],
    ["tickets", { limit: "5" }, /^Filters: expected one of .*, got "limit"\.$/],
    [
      "messages",
      { ticket_id: "7a" },
      /^Filters\.ticket_id: expected a whole number.*, got "7a"\.$/,
    ],
    ["customFields", {}, "Filters.object_type: this input is required and was left blank."],
    ["customFields", "", "Filters.object_type: this input is required and was left blank."],
    [
      "customFields",
      { object_type: "Ship" },
      /^Filters\.object_type: expected one of .*, got "Ship"\.$/,
    ],
    ["events", { object_type: "Ticket" }, /^Filters\.object_type: needs an object_id beside it/],
    ["tickets", 7, /^Filters: expected a key-value list, got 7\.$/],
    ["tickets", "{", /^Filters: /],
  ])("of %s refuse %j", async (resource, filters, message) => {
    const expected = typeof message === "string" ? message : expect.stringMatching(message);
    await expect(failure("exportList", { resource, filters })).resolves.toMatchObject({
      name: "InputError",
      message: expected,
    });
  });

  it("are refused all at once", async () => {
    const inputs = { resource: "events", filters: { kind: "a", user_ids: "b" } };
    const { message } = await failure("exportList", { ...inputs, order_by: "priority:asc" });
    expect(message.split("\n")).toEqual([
      "Order By: List Events can be ordered by created_datetime:asc, created_datetime:desc.",
      expect.stringMatching(/^Filters: expected one of .*, got "kind"\.$/),
      'Filters.user_ids: expected a whole number from 1, got "b".',
    ]);
  });

  it("repeat no secret, not even a part of one", async () => {
    const { apiKey } = connection.fields;
    const long = `${"x".repeat(95)}${apiKey}`;
    for (const filters of [{ ticket_id: long }, { [long]: 1 }]) {
      const { message } = await failure("exportList", { resource: "messages", filters });
      expect(message).toMatch(/^Filters/);
      expect(message).not.toContain(apiKey.slice(0, 4));
      expect(secrets.filter((secret) => message.includes(secret))).toEqual([]);
    }
  });

  it("that Gorgias refuses beside pages are held to the items that come", async () => {
    const jo = { id: 1, language: "fr" };
    gorgias()
      .get("/api/customers?limit=100")
      .reply(200, page([jo, { id: 2 }], "b"));
    gorgias()
      .get("/api/customers?limit=100&cursor=b")
      .reply(200, page([{ ...jo, id: 3 }]));
    const filters = { language: "FR" };
    await expect(exported({ resource: "customers", filters, columns: "id" })).resolves.toBe(
      lines("id", "1", "3"),
    );
  });

  it("for one customer read that one", async () => {
    gorgias().get("/api/customers/7").reply(200, { id: 7, name: "Jo" });
    const inputs = { resource: "customers", filters: { id: 7 }, columns: "name" };
    await expect(exported(inputs)).resolves.toBe(lines("name", "Jo"));
  });
});

describe("the pages", () => {
  it("are read to the last", async () => {
    tickets().reply(200, page([{ id: 1 }, { id: 2 }], "b"));
    gorgias()
      .get("/api/tickets?limit=100&cursor=b")
      .reply(200, page([{ id: 3 }]));
    await expect(ticketsWith("id")).resolves.toBe(lines("id", "1", "2", "3"));
  });

  it("are read again when a cursor expires: no row is lost, and none comes twice", async () => {
    const next = (cursor: string) => gorgias().get(`/api/tickets?limit=100&cursor=${cursor}`);
    tickets().reply(200, page([{ id: 1 }, { id: 2 }], "b"));
    next("b").reply(200, page([{ id: 3 }], "c"));
    next("c").reply(400, { error: { msg: "Invalid cursor." } });
    tickets().reply(200, page([{ id: 9 }, { id: 1 }], "b2"));
    next("b2").reply(200, page([{ id: 2 }, { id: 3 }, { id: 4 }]));
    const log = newLog();
    const inputs = { resource: "tickets", columns: "id" };
    await expect(exported(inputs, log)).resolves.toBe(lines("id", "1", "2", "3", "9", "4"));
    expect(log.lines).toEqual([
      "warn: Export List: a cursor had expired after 3 items. The list is read again from its front; what is there already is left out.",
    ]);
  });

  it("that fail end it with how far it came, and no word of Fetch All", async () => {
    tickets().reply(200, page([{ id: 1 }], "b"));
    gorgias().get("/api/tickets?limit=100&cursor=b").times(12).reply(500);
    await expect(failure("exportList", { resource: "tickets" })).resolves.toMatchObject({
      message: expect.stringMatching(
        /^GET \/api\/tickets: .* This was page 2 of the list, at the cursor b, after 1 item\. Run the step again, or filter the list so that there is less to read\.$/,
      ),
    });
  });

  it("are read no further when the file is too large for a step", async () => {
    jest.replaceProperty(LARGEST_MIB as { binary: number }, "binary", 1);
    const half = { subject: "x".repeat(2 ** 19 + 1) };
    tickets().reply(200, page([{ id: 1, ...half }], "b"));
    gorgias()
      .get("/api/tickets?limit=100&cursor=b")
      .reply(200, page([{ id: 2, ...half }], "c"));
    await expect(failure("exportList", { resource: "tickets" })).resolves.toMatchObject({
      name: "GorgiasError",
      message:
        "GET /api/tickets: after 2 items, the file is larger than 1 MiB, the most that a step can hold. Export less at once: with filters, fewer columns or Max Items.",
    });
    jest.restoreAllMocks();
  });

  it.each([
    [1, ["1"]],
    [2, ["1", "2"]],
  ])("are read no further than for %i items", async (maxItems, ids) => {
    tickets().reply(200, page([{ id: 1 }, { id: 2 }], "b"));
    await expect(ticketsWith("id", { maxItems })).resolves.toBe(lines("id", ...ids));
  });
});

describe("a CSV file", () => {
  const cell = async (value: unknown) => {
    tickets().reply(200, page([{ meta: value, end: 1 }]));
    const csv = await ticketsWith("meta, end");
    return csv.slice("meta,end\r\n".length, -",1\r\n".length);
  };

  it.each([
    ["text", "Where is it?", "Where is it?"],
    ["a comma", "a, b", '"a, b"'],
    ["a quote", 'a "b"', '"a ""b"""'],
    ["a line break", "a\nb", '"a\nb"'],
    ["another line break", "a\rb", '"a\rb"'],
    ["other letters", "Zoë 😀", "Zoë 😀"],
    ["a number", -1.5, "-1.5"],
    ["yes", true, "true"],
    ["no", false, "false"],
    ["null", null, ""],
    ["a list of plain values", ["a", 1, true], '"a, 1, true"'],
    ["an empty list", [], ""],
    ["a list of objects", [{ id: 1 }], '"[{""id"":1}]"'],
    ["an object", { a: "b" }, '"{""a"":""b""}"'],
    ["a formula", "=1+1", "'=1+1"],
    ["a call", "@SUM(A1)", "'@SUM(A1)"],
    ["a formula with a plus", "+A1", "'+A1"],
    ["a formula with a minus", "-A1|cmd", "'-A1|cmd"],
    ["a formula that needs quotes", '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ["a formula behind a tab", "\t=1", "'\t=1"],
    ["a formula in a list", ["=1", "b"], '"\'=1, b"'],
    ["a wide formula", "＝1", "'＝1"],
    ["a dash", "- first", "'- first"],
    ["a subtraction", "-1-2-3", "'-1-2-3"],
    ["a fraction", "-1/2", "'-1/2"],
    ["a sum", "+1+1", "'+1+1"],
    ["a phone number that is a sum, too", "+33-6-12", "'+33-6-12"],
    ["a phone number of digits and spaces", "+33 6 12 34 56 78", "+33 6 12 34 56 78"],
    ["a phone number", "+33612345678", "+33612345678"],
    ["a phone number with spaces", "+33 (0)6 12-34.56", "+33 (0)6 12-34.56"],
    ["a negative number as text", "-5", "-5"],
    ["a number that goes on as a formula", "+1+cmd|'x'!A1", "'+1+cmd|'x'!A1"],
  ])("has %s as a spreadsheet should have it", async (_, value, expected) => {
    await expect(cell(value)).resolves.toBe(expected);
  });

  it("has the columns that were chosen, also within objects and lists", async () => {
    const [jo, vip] = [{ name: "Jo", email: null }, { name: "vip" }];
    const one = {
      id: 1,
      customer: jo,
      tags: [vip, { name: "new" }],
      custom_fields: { 51: { value: 3 } },
    };
    tickets().reply(200, page([one, { id: 2, customer: null, tags: [] }]));
    await expect(
      ticketsWith(
        "tags.name, customer.name, customer.email, custom_fields.51.value, tags.1.name, id",
      ),
    ).resolves.toBe(
      lines(
        "tags.name,customer.name,customer.email,custom_fields.51.value,tags.1.name,id",
        '"vip, new",Jo,,3,new,1',
        ",,,,,2",
      ),
    );
  });

  it("has all fields of the schema when none were chosen", async () => {
    gorgias().get("/api/messages?limit=100").reply(200, page([]));
    const csv = await exported({ resource: "messages" });
    const columns = csv.trim().split(",");
    expect(columns).toEqual(expect.arrayContaining(["id", "sender.email", "body_text"]));
    expect(columns).not.toContain("sender");
    expect(new Set(columns).size).toBe(columns.length);
  });

  it("of an empty list is its header alone", async () => {
    tickets().reply(200, page([]));
    await expect(ticketsWith("id, subject")).resolves.toBe("id,subject\r\n");
  });

  it("begins with a byte order mark where that is wanted", async () => {
    tickets().reply(200, page([{ id: 1 }], "b"));
    gorgias()
      .get("/api/tickets?limit=100&cursor=b")
      .reply(200, page([{ id: 2 }]));
    const byteOrderMark = true;
    await expect(ticketsWith("id", { byteOrderMark })).resolves.toBe("\ufeffid\r\n1\r\n2\r\n");
  });

  it("says in the log which columns no item has, and of no others", async () => {
    const item = { id: 1, subject: null, tags: [] };
    tickets().reply(200, page([item]));
    const log = newLog();
    const columns = "id, subjekt, subject, tags.name, constructor, id.name";
    await exported({ resource: "tickets", columns }, log);
    expect(log.lines).toEqual([
      "warn: Export List: no item has anything at subjekt, constructor, id.name.",
    ]);
  });
});

describe("a JSON Lines file", () => {
  it("has each item whole on a line", async () => {
    const items = [{ id: 1, subject: "a\nb", new: { deep: [1] } }, { id: 2 }];
    tickets().reply(200, page(items));
    const text = await exported({ resource: "tickets", format: "jsonl" });
    expect(text).toBe(items.map((item) => `${JSON.stringify(item)}\n`).join(""));
  });

  it.each([
    [
      { columns: "id" },
      "Columns: is for CSV: a line of JSON Lines has all of an item. Clear it, or change Format.",
    ],
    [{ byteOrderMark: true }, "Byte Order Mark: is for CSV. Switch it off, or change Format."],
  ])("refuses %j", async (inputs, message) => {
    const given = { resource: "tickets", format: "jsonl", ...inputs };
    await expect(failure("exportList", given)).resolves.toMatchObject({ message });
  });
});

it.each([
  ["csv", "text/csv; charset=utf-8"],
  ["jsonl", "application/x-ndjson"],
])(
  "a %s file is bytes with their content type, as files between steps are",
  async (format, type) => {
    tickets().reply(200, page([]));
    const inputs = { connection, resource: "tickets", format };
    const result = await createHarness(component).action("exportList", inputs);
    expect(result).toMatchObject({ data: expect.any(Buffer), contentType: type });
  },
);
