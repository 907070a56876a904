import { failure, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const named = (...names: string[]) => names.map((name) => ({ name }));

it.each([
  ["[vip, late]", ["vip", "late"]],
  ['["vip", "late"]', ["vip", "late"]],
  ["['vip', 'late']", ["vip", "late"]],
  ['[vip, "late"]', ["vip", "late"]],
  ["[won't fix, 7]", ["won't fix", "7"]],
  ["[1.10, 2.0,-0]", ["1.10", "2.0", "-0"]],
  ["[007]", ["007"]],
  ["[1st, 2nd]", ["1st", "2nd"]],
  ["[100%]", ["100%"]],
  ["[12345678901234567890]", ["12345678901234567890"]],
  ['[1.10, "a, \\"b\\" [x]", 2.0]', ["1.10", 'a, "b" [x]', "2.0"]],
  ["[true, False]", ["true", "False"]],
  ["['a, b', None, null , undefined]", ["a, b"]],
  ["[\"null\", 'None']", ["null", "None"]],
  ['["vip",]', ["vip"]],
  ['[{ "name": "vip" }, 7]', ["vip", "7"]],
  [" [ vip ,, late ] ", ["vip", "late"]],
  ["vip ,, late , ", ["vip", "late"]],
  [
    [" vip ", "", null, undefined, "late"],
    ["vip", "late"],
  ],
  [
    ["[vip]", 'say "hi"'],
    ["[vip]", 'say "hi"'],
  ],
  [7, ["7"]],
  ['"late, damaged", return', ["late, damaged", "return"]],
  ["'late, damaged', return", ["late, damaged", "return"]],
  ['"say \\"hi\\"", 5" screen, "a" b, \'tis', ['say "hi"', '5" screen', '"a" b', "'tis"]],
  ["a [x], {b}\nnull", ["a [x]", "{b}", "null"]],
  ["late\nreturn, vip\r\n\r\n lost \r", ["late", "return", "vip", "lost"]],
  [{ data: [{ name: "vip" }, { name: " late\ufeff" }], meta: {} }, ["vip", " late\ufeff"]],
  ['{ "data": [{ "name": "vip" }, { "name": 7 }] }', ["vip", "7"]],
  [{ data: ["vip", " "] }, ["vip"]],
])("%p are the tags %j", async (tags, names) => {
  gorgias()
    .put("/api/tickets/7", { tags: named(...names) })
    .reply(202, {});
  await run("updateTicket", { id: 7, status: "", tags });
});

it.each([
  ['["vip" late]', 'Tags: expected JSON, got "late]" at line 1, column 8.'],
  ["[vip] late", 'Tags: expected JSON, got "vip] late" at line 1, column 2.'],
  ["[vip, [late]]", 'Tags: expected JSON, got "vip, [late]]" at line 1, column 2.'],
  ['[{ "name": vip }]', 'Tags: expected JSON, got "vip }]" at line 1, column 12.'],
  [[["vip"]], 'Tags: expected text, got ["vip"].'],
  [{ label: "vip" }, 'Tags: expected a name, or objects that have one, got {"label":"vip"}.'],
  [
    [{ label: "vip", name: " " }],
    'Tags: expected a name, or objects that have one, got {"label":"vip"}.',
  ],
  [{ name: ["vip"] }, 'Tags: expected text, got ["vip"].'],
  ['[{ "id": "vip" }]', 'Tags: expected a whole number from 1, got "vip".'],
  [Buffer.from("7"), "Tags: expected a JSON object, got a file."],
  [new Set(["vip"]), "Tags: expected JSON, got a Set."],
])("%p is no list", async (tags, message) => {
  await expect(failure("updateTicket", { id: 7, tags })).resolves.toMatchObject({ message });
});

it("a tag keeps what stands beside its name, and can have an ID in place of one", async () => {
  const tags = [{ id: 7, name: "vip", decoration: { color: "#f00" } }, { id: 8 }];
  gorgias().put("/api/tickets/7", { tags }).reply(202, {});
  await run("updateTicket", { id: 7, status: "", tags: [tags[0], { id: "8", name: null }] });
});

it("IDs can be the cells of a column", async () => {
  gorgias().get("/api/tickets?ticket_ids=1&ticket_ids=2").reply(200, page([]));
  await run("listTickets", { ticket_ids: "1\r\n2\r\n" });
});

it("a list in brackets can be one of IDs or choices", async () => {
  gorgias().get("/api/tickets?ticket_ids=1&ticket_ids=2").reply(200, page([]));
  await run("listTickets", { ticket_ids: "[1, 2]" });
  gorgias().get("/api/tickets/7?relationships=custom_fields").reply(200, { id: 7 });
  await run("getTicket", { id: 7, relationships: "[custom_fields]" });
});

describe("a list of nothing but blank rows is as good as blank", () => {
  const BLANK = [
    [""],
    [" \u200b"],
    [null, ""],
    [[]],
    ",",
    " , ,",
    "[]",
    "[ ]",
    '[""]',
    "[null]",
    "[None, ]",
  ];

  it.each([...BLANK, [{}], [{ name: " " }], "[{}]", {}])("%j changes no tags", async (tags) => {
    gorgias().put("/api/tickets/7", { subject: "x" }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", subject: "x", tags });
  });

  it.each([[[{}]], ["{}"], [{}]])("%j is no blank ID and no blank text", async (given) => {
    const error = await failure("listEvents", { types: given, user_ids: given });
    expect(error.message).toBe(
      "Types: expected text, got {}.\nUser IDs: expected a whole number from 1, got {}.",
    );
  });

  it.each(BLANK)("%j is no choice, no text and no ID", async (given) => {
    gorgias().get("/api/events?limit=5").reply(200, page([]));
    await run("listEvents", { limit: 5, types: given, user_ids: given });
    gorgias().get("/api/tickets/7").reply(200, { id: 7 });
    await run("getTicket", { id: 7, relationships: given });
  });

  it.each([[""], [null, " "], "[null]", '[""]', "[]"])("%j is no list of JSON", async (given) => {
    gorgias().put("/api/customers/7", { name: "Jo" }).reply(202, {});
    await run("updateCustomer", { customer_id: 7, id: 7, name: "Jo", channels: given });
  });

  it.each([[{ key: "", value: "" }], [null], {}, { " ": "" }])(
    "%j is no key-value list, and no files",
    async (given) => {
      gorgias().get("/api/things").reply(200, {});
      await run("rawRequest", {
        method: "GET",
        url: "/things",
        queryParams: given,
        formData: given,
      });
      await expect(failure("uploadFiles", { files: given })).resolves.toMatchObject({
        message: "File: there is nothing to upload: fill in File or Files.",
      });
    },
  );

  it.each(BLANK)("%j in a list that is required is refused", async (ids) => {
    await expect(failure("deleteCustomers", { ids })).resolves.toMatchObject({
      message: "Customer IDs: this input is required and was left blank.",
    });
  });

  it("choices that were all left blank make no dropdown", async () => {
    gorgias()
      .post("/api/custom-fields", {
        object_type: "Ticket",
        label: "Colour",
        definition: { data_type: "text", input_settings: { input_type: "input" } },
      })
      .reply(201, {});
    const field = { object_type: "Ticket", label: "Colour", dataType: "text" };
    await run("createCustomField", { ...field, choices: [""] });
  });
});
