import {
  definition,
  hasValues,
  held,
  isDefined,
  kinds,
  mayNotBeRead,
  takes,
} from "../support/customFields";
import { failure, newLog, run } from "../support/steps";
import { gorgias, page, useWire } from "../support/wire";

useWire();

const colour = definition(51, "Colour", kinds.dropdown("Blue", "Red"));
const size = definition(52, "Size", kinds.between("20", 60));
const note = definition(53, "Note", kinds.text);
const intent = definition(54, "AI Intent", kinds.text, { managed_type: "ai_intent" });
const gift = definition(55, "Gift", kinds.boolean);
const old = definition(56, "Old", kinds.text, { deactivated_datetime: "2026-01-01T00:00:00Z" });

const list = (fields: object[], owner = "Ticket") =>
  gorgias().get(`/api/custom-fields?object_type=${owner}&limit=100`).reply(200, page(fields));

const set = (inputs: object, log = newLog()) =>
  run("updateTicketCustomFields", { ticket_id: 7, ...inputs }, log);
const clears = (id: number) => gorgias().delete(`/api/tickets/7/custom-fields/${id}`).reply(204);
const refusal = (inputs: object) =>
  failure("updateTicketCustomFields", { ticket_id: 7, ...inputs });

describe.each([
  ["updateTicketCustomFields", "tickets/7", { ticket_id: 7 }, "Ticket"],
  ["updateCustomerCustomFieldValues", "customers/7", { customer_id: 7 }, "Customer"],
] as const)("%s", (action, owner, ids, kind) => {
  const own = (field: object) => ({ ...field, object_type: kind }) as typeof colour;

  it("sends along the values that nobody named, as they are", async () => {
    const all = [
      held(own(note), "x"),
      held(own(colour), "Blue"),
      held(own(intent), "order/status"),
    ];
    hasValues(owner, ...all);
    const answer = { data: [held(own(colour), "Red")] };
    const sent = [
      { id: 53, value: "x" },
      { id: 51, value: "Red" },
      { id: 54, value: "order/status" },
    ];
    takes(`${owner}/custom-fields`, sent, answer);
    await expect(run(action, { ...ids, custom_fields: { 51: "Red" } })).resolves.toEqual(answer);
  });

  it("Replace All sends what was named, and what Gorgias fills in itself", async () => {
    const newer = own({ ...intent, id: 57, managed_type: "ai_escalation" });
    const reason = own({ ...note, id: 58, managed_type: "contact_reason" });
    hasValues(
      owner,
      held(own(note), "x"),
      held(own(colour), "Blue"),
      held(own(intent), "a"),
      held(newer, "b"),
      held(reason, "Delivery"),
    );
    takes(`${owner}/custom-fields`, [
      { id: 54, value: "a" },
      { id: 57, value: "b" },
      { id: 51, value: "Red" },
    ]);
    await run(action, { ...ids, custom_fields: { 51: "Red" }, replaceAll: true });
  });

  it("reads one definition for one field without a value, and the list for several", async () => {
    hasValues(owner, held(own(note), "x"));
    isDefined(own(colour));
    takes(`${owner}/custom-fields`, [
      { id: 53, value: "y" },
      { id: 51, value: "Red" },
    ]);
    await run(action, { ...ids, custom_fields: { 51: "red", 53: "y" } });

    hasValues(owner);
    list([own(colour), own(size), own(note)], kind);
    takes(`${owner}/custom-fields`, [
      { id: 51, value: "Red" },
      { id: 52, value: 42 },
    ]);
    await run(action, { ...ids, custom_fields: { 51: "red", 52: "42" } });
  });
});

describe("an empty value", () => {
  it.each([
    { custom_fields: { 51: null } },
    { custom_fields: [{ id: 51, value: "" }] },
    { customFieldValues: { 51: "" } },
    { customFieldValues: [{ key: "51", value: null }] },
  ])("%j is left out of the set, which takes it away", async (inputs) => {
    hasValues("tickets/7", held(note, "x"), held(colour, "Blue"));
    takes("tickets/7/custom-fields", [{ id: 53, value: "x" }]);
    await set(inputs);
  });

  it("that leaves none is deleted where there is a value, because an empty set is refused", async () => {
    hasValues(
      "tickets/7",
      held(colour, "Blue"),
      held(size, null),
      held(note, null),
      held(intent, null),
    );
    clears(51);
    hasValues("tickets/7");
    await expect(
      set({ custom_fields: { 51: null, 52: null, 54: null, 99: null } }),
    ).resolves.toEqual({ data: [] });
  });

  it("under Replace All, that leaves none takes away whatever is there", async () => {
    hasValues("tickets/7", held(colour, "Blue"), held(note, "x"), held(size, null));
    clears(51);
    clears(53);
    hasValues("tickets/7");
    await set({ custom_fields: { 51: null }, replaceAll: true });
  });

  it.each(["ai_intent", "ai_escalation", { type: "ai_intent" }])(
    "of a field that Gorgias fills in itself is refused: managed as %j",
    async (managed_type) => {
      hasValues("tickets/7", held({ ...intent, managed_type }, "order/status"));
      await expect(refusal({ custom_fields: { 54: null } })).resolves.toMatchObject({
        name: "InputError",
        message: "Custom Fields[0].value: Gorgias fills in AI Intent itself: it cannot be cleared.",
      });
    },
  );

  it.each(["contact_reason", "product", "resolution", "customer_type"])(
    "of a field that people fill in is taken away, although Gorgias manages it as %s",
    async (managed_type) => {
      hasValues("tickets/7", held({ ...intent, managed_type }, "Delivery"));
      clears(54);
      hasValues("tickets/7");
      await set({ custom_fields: { 54: null } });
    },
  );

  it("is what was typed: a row whose reference came up with nothing changes nothing", async () => {
    hasValues("tickets/7", held(note, "x"), held(colour, "Blue"));
    takes("tickets/7/custom-fields", [
      { id: 53, value: "x" },
      { id: 51, value: "Red" },
    ]);
    const empty = [{ key: "53", value: undefined }, { key: "53" }];
    await set({ customFieldValues: [...empty, { key: "51", value: "Red" }] });
    await expect(refusal({ customFieldValues: empty })).resolves.toMatchObject({
      message: "Custom Fields: there is no value to set: fill in one of the inputs.",
    });
  });

  it("is no text of spaces, which is kept to the letter and refused where it is none", async () => {
    hasValues("tickets/7", held(note, "x"));
    takes("tickets/7/custom-fields", [{ id: 53, value: "  " }]);
    await set({ custom_fields: { 53: "  " } });
    hasValues("tickets/7", held(size, 20));
    await expect(refusal({ customFieldValues: { 52: " " } })).resolves.toMatchObject({
      message: 'Custom Field Values[0]: expected a number for Size, got " ".',
    });
  });

  it("that was left out altogether is refused before any request", async () => {
    for (const custom_fields of [
      [{ id: 51 }],
      [{ id: 51, value: undefined }],
      { data: [{ field: colour }] },
    ]) {
      await expect(refusal({ custom_fields })).resolves.toMatchObject({
        message: "Custom Fields[0].value: expected a value, got nothing.",
      });
    }
  });
});

it("values that came in no known shape are not lost: each one given goes by itself", async () => {
  gorgias().get("/api/tickets/7/custom-fields").twice().reply(200, { values: [] });
  list([colour, size]);
  takes("tickets/7/custom-fields/51", "Red");
  takes("tickets/7/custom-fields/52", 42);
  gorgias().delete("/api/tickets/7/custom-fields/53").reply(404);
  const log = newLog();
  await set({ custom_fields: { 51: "Red", 52: 42, 53: null } }, log);
  expect(log.lines).toEqual([
    "warn: The existing values came in no known form. Each value that you named is set on its own; the others are left alone.",
  ]);
});

it("values of which more follow are set one by one, so that none of those is lost", async () => {
  const first = page([held(colour, "Blue")], "more");
  isDefined(colour);
  gorgias().get("/api/tickets/7/custom-fields").twice().reply(200, first);
  takes("tickets/7/custom-fields/51", "Red");
  await set({ custom_fields: { 51: "Red" } });
});

it("values that came in no known shape do not keep Replace All from replacing them", async () => {
  gorgias().get("/api/tickets/7/custom-fields").reply(200, { values: [] });
  isDefined(colour);
  takes("tickets/7/custom-fields", [{ id: 51, value: "Red" }]);
  await set({ custom_fields: { 51: "Red" }, replaceAll: true });
});

describe("a value that nobody named and that cannot be sent along", () => {
  const clash = { deactivated_datetime: "2026-01-01T00:00:00Z" };

  it.each([
    ["its choice is gone", held(colour, "Green"), "Colour (51)"],
    ["its field is archived", held({ ...colour, ...clash }, "Blue"), "Colour (51)"],
    ["its bounds are narrower now", held(size, 12), "Size (52)"],
    ["it is true or false as text", held(gift, "true"), "Gift (55)"],
    ["it is empty text", held(intent, ""), "AI Intent (54)"],
    ["it is no plain value", held(intent, { a: 1 }), "AI Intent (54)"],
  ])("is left alone, and what was named goes by itself: %s", async (_, odd, named) => {
    const log = newLog();
    const id = named.startsWith("Colour") ? 55 : 51;
    const [field, value] = id === 51 ? [colour, "Red"] : [gift, true];
    hasValues("tickets/7", odd, held(note, "x"), held(field, null));
    takes(`tickets/7/custom-fields/${id}`, value);
    clears(53);
    hasValues("tickets/7", odd);
    await expect(set({ custom_fields: { [id]: value, 53: null, 99: null } }, log)).resolves.toEqual(
      {
        data: [odd],
      },
    );
    expect(log.lines).toEqual([
      `warn: Some existing values cannot be sent again as they are: ${named}. Each value that you named is set on its own; the others are left alone.`,
    ]);
  });

  it.each(["12345678901234567890", "-0.12345678901234567891", "1e21"])(
    "is left alone where JavaScript may have rounded it: %s",
    async (number) => {
      const amount = JSON.stringify(definition(58, "Amount", kinds.number));
      const text = JSON.stringify(held(note, "x"));
      const values = `{"data":[{"field":${amount},"value":${number}},${text}]}`;
      gorgias()
        .get("/api/tickets/7/custom-fields")
        .twice()
        .reply(200, values, { "content-type": "application/json" });
      takes("tickets/7/custom-fields/53", "y");
      await set({ custom_fields: { 53: "y" } });
    },
  );

  it.each([123456789012345, -0.5, 0.000123456789012345, 9007199254740991, "  "])(
    "is none where it keeps its digits and spaces: %j",
    async (value) => {
      const field = definition(58, "Any", typeof value === "string" ? kinds.text : kinds.number);
      hasValues("tickets/7", held(field, value), held(note, "x"));
      takes("tickets/7/custom-fields", [
        { id: 58, value },
        { id: 53, value: "y" },
      ]);
      await set({ custom_fields: { 53: "y" } });
    },
  );

  it("under Replace All, keeps only what Gorgias fills in itself from going", async () => {
    hasValues("tickets/7", held(intent, ""), held(colour, "Green"), held(note, "x"));
    takes("tickets/7/custom-fields/53", "y");
    clears(51);
    hasValues("tickets/7");
    await set({ custom_fields: { 53: "y" }, replaceAll: true });
  });

  it("and a failure on the way says what was changed and what was not", async () => {
    hasValues("tickets/7", held(intent, ""), held(colour, "Blue"), held(size, 30), held(note, "x"));
    takes("tickets/7/custom-fields/51", "Red");
    gorgias()
      .put("/api/tickets/7/custom-fields/52", "42")
      .reply(400, { error: { msg: "Odd." } });
    await expect(refusal({ custom_fields: { 51: "Red", 52: 42, 53: "y" } })).resolves.toMatchObject(
      {
        status: 400,
        message: expect.stringMatching(
          /Each value is set on its own here\. Changed before this one: 51\. Not changed yet: 53\.$/,
        ),
      },
    );
  });

  it("and a failure to read afterwards says that all is changed", async () => {
    hasValues("tickets/7", held(intent, ""), held(note, "x"));
    takes("tickets/7/custom-fields/53", "y");
    gorgias().get("/api/tickets/7/custom-fields").reply(404, {});
    await expect(refusal({ custom_fields: { 53: "y" } })).resolves.toMatchObject({
      message: expect.stringMatching(/ The values were changed before\.$/),
    });
  });
});

it("a ticket that is gone in between is not said to have been changed", async () => {
  const gone = () => gorgias().delete("/api/tickets/7/custom-fields/53").reply(404, {});
  hasValues("tickets/7", held(intent, ""), held(note, "x"));
  gone();
  gorgias().get("/api/tickets/7/custom-fields").reply(404, {});
  const { message } = await refusal({ custom_fields: { 53: null } });
  expect(message).not.toContain("changed");
  hasValues("tickets/7", held(intent, ""), held(note, "x"), held(size, 30));
  gone();
  gorgias().put("/api/tickets/7/custom-fields/52").reply(404, {});
  const change = {
    custom_fields: [
      { id: 53, value: null },
      { id: 52, value: 42 },
    ],
  };
  await expect(refusal(change)).resolves.toMatchObject({
    message: expect.stringContaining("Changed before this one: none. Not changed yet: none."),
  });
});

it("an error names the row of the JSON in which a value was written, blank ones counted", async () => {
  const rows = [null, { id: 51, value: "Green" }, "", { id: 52, value: "x" }];
  for (const custom_fields of [rows, JSON.stringify(rows)]) {
    hasValues("tickets/7");
    list([colour, size]);
    const { message } = await refusal({ custom_fields });
    expect(message).toMatch(/^Custom Fields\[1\]\.value: .*\nCustom Fields\[3\]\.value: .*$/);
  }
  await expect(refusal({ custom_fields: ["", { id: 51, value: {} }] })).resolves.toMatchObject({
    message: "Custom Fields[1].value: expected text, a number, true or false, got {}.",
  });
});

it("a value of nothing but a byte order mark is none in JSON, as it is in rows", async () => {
  for (const given of [
    { custom_fields: { 53: "\ufeff" } },
    { customFieldValues: [{ key: "53", value: "\ufeff" }] },
  ]) {
    hasValues("tickets/7", held(note, "x"));
    clears(53);
    hasValues("tickets/7");
    await set(given);
  }
});

describe("a value gets the type of its field", () => {
  it.each([
    ["a number", size, "42", 42],
    ["a number", size, " 20.5 ", 20.5],
    ["a number", size, 60, 60],
    ["a number", size, "027", 27],
    ["text", note, "12", "12"],
    ["text", note, 12, "12"],
    ["text", note, "true", "true"],
    ["text", note, " kept ", " kept "],
    ["text", note, '"12"', '"12"'],
    ["text", note, '"Best" and "worst"', '"Best" and "worst"'],
    ["true or false", gift, "true", true],
    ["true or false", gift, "Yes", true],
    ["true or false", gift, "0", false],
    ["true or false", gift, false, false],
    ["a choice", colour, "Red", "Red"],
    ["a choice", colour, " rED\u00a0", "Red"],
    ["a choice", definition(51, "Level", kinds.dropdown("1", "2")), 2, "2"],
    ["a choice", definition(51, "Same", kinds.dropdown("a", "A")), "A", "A"],
    ["what is new to the connector", definition(51, "Day", ["date", {}]), "12", "12"],
  ])("%s: %#", async (_, field, typed, sent) => {
    for (const inputs of [
      { customFieldValues: [{ key: String(field.id), value: typed }] },
      { custom_fields: [{ id: String(field.id), value: typed }] },
    ]) {
      hasValues("tickets/7");
      isDefined(field);
      takes("tickets/7/custom-fields", [{ id: field.id, value: sent }]);
      await set(inputs);
    }
  });

  it.each([
    [size, "abc", 'expected a number for Size, got "abc".'],
    [size, "1,5", 'expected a number for Size, got "1,5".'],
    [size, "12345678901234567890", 'expected a number for Size, got "12345678901234567890".'],
    [size, true, "expected a number for Size, got true."],
    [size, 19, "expected a number from 20 to 60 for Size, got 19."],
    [size, "61", 'expected a number from 20 to 60 for Size, got "61".'],
    [
      definition(52, "Depth", kinds.between(null, "5")),
      6,
      "expected a number up to 5 for Depth, got 6.",
    ],
    [note, true, "expected text for Note, got true."],
    [gift, "maybe", 'expected true or false for Gift, got "maybe".'],
    [
      definition(55, "Gift", ["boolean", { input_type: "dropdown", choices: [true] }]),
      false,
      "expected true for Gift, got false.",
    ],
    [colour, "Green", 'expected one of the choices of Colour (Blue, Red), got "Green".'],
    [
      definition(51, "Same", kinds.dropdown("a", "A ")),
      " a",
      'expected one of the choices of Same (a, A ), got " a".',
    ],
    [
      definition(51, "Long", kinds.dropdown(...Array.from({ length: 22 }, (_, n) => `c${n}`))),
      "x",
      expect.stringMatching(/\(c0, .*, c19 and 2 more\), got "x"\.$/),
    ],
    [
      definition(51, "Colour", kinds.dropdown()),
      "Blue",
      "Colour has no choices in Gorgias, so it cannot have a value.",
    ],
    [old, "x", "Old (56) is archived in Gorgias: it takes no values."],
    [{ ...note, object_type: "Customer" }, "x", "Note (53) is not a field of tickets."],
  ])("or is refused before anything is written: %#", async (field, value, problem) => {
    hasValues("tickets/7");
    isDefined(field);
    const { name, message } = await refusal({ custom_fields: [{ id: field.id, value }] });
    expect(name).toBe("InputError");
    const [, part, words] = /^Custom Fields\[0\]\.(id|value): (.*)$/.exec(message) ?? [];
    expect(words).toEqual(problem);
    expect(part).toBe(/archived|not a field/.test(String(problem)) ? "id" : "value");
  });

  it("and all refusals are told at once, each with its place", async () => {
    hasValues("tickets/7");
    list([colour, size]);
    const { message } = await refusal({
      custom_fields: [
        { id: 51, value: "Green" },
        { id: 52, value: "x" },
      ],
      customFieldValues: [
        { key: "52", value: "21" },
        { key: "99", value: "y" },
      ],
    });
    expect(message.split("\n")).toEqual([
      'Custom Fields[0].value: expected one of the choices of Colour (Blue, Red), got "Green".',
      'Custom Fields[1].value: expected a number for Size, got "x".',
      "Custom Field Values[1]: there is no custom field 99 of tickets. There are: 51 Colour, 52 Size.",
    ]);
  });

  it("and a field that is named twice has to be given the same", async () => {
    hasValues("tickets/7", held(size, 30));
    takes("tickets/7/custom-fields", [{ id: 52, value: 42 }]);
    await set({ custom_fields: { 52: 42 }, customFieldValues: { 52: "42" } });
    hasValues("tickets/7", held(size, 30));
    await expect(
      refusal({ custom_fields: { 52: 42 }, customFieldValues: { 52: "43" } }),
    ).resolves.toMatchObject({
      message: "Custom Field Values[0]: names the field 52 a second time, with another value.",
    });
    hasValues("tickets/7", held(size, 30));
    await expect(
      refusal({ custom_fields: { 52: null }, customFieldValues: { 52: "43" } }),
    ).resolves.toMatchObject({ message: /a second time/ });
  });

  it("a field that is gone is refused with those that there are", async () => {
    hasValues("tickets/7");
    gorgias().get("/api/custom-fields/99").reply(404);
    list([colour, size]);
    await expect(refusal({ custom_fields: { 99: "x" } })).resolves.toMatchObject({
      message:
        "Custom Fields[0].id: there is no custom field 99 of tickets. There are: 51 Colour, 52 Size.",
    });
  });

  it("what an error quotes has no secrets in it", async () => {
    hasValues("tickets/7");
    isDefined(size);
    const { message } = await refusal({ custom_fields: { 52: 's3cr3t/K3y+for"tests' } });
    expect(message).toMatch(/^Custom Fields\[0\]\.value: expected a number for Size, got "\*+"\.$/);
  });

  it("unless the definitions may not be read: then it goes as it was given, and the log says so", async () => {
    const log = newLog();
    hasValues("tickets/7", held(note, "x"));
    mayNotBeRead(52);
    takes("tickets/7/custom-fields", [
      { id: 53, value: "12" },
      { id: 52, value: "12" },
    ]);
    await set({ customFieldValues: { 53: "12", 52: "12" } }, log);
    expect(log.lines).toEqual([
      expect.stringMatching(
        /^warn: .*nothing could be checked.* as they were given\. GET \/api\/custom-fields\/52: .*403/,
      ),
    ]);
  });

  it.each([
    ["a fault", 400, { error: { msg: "Odd." } }],
    ["a quota", 403, { error: { msg: "Messaging quota exceeded" } }],
    ["a 403 that says nothing", 403, ""],
    ["a firewall's page", 403, "<!DOCTYPE html><title>Attention Required! | Cloudflare</title>"],
  ])(
    "but %s on the way to a definition is told, and nothing is written",
    async (_, status, body) => {
      hasValues("tickets/7");
      gorgias().get("/api/custom-fields/52").reply(status, body);
      await expect(refusal({ custom_fields: { 52: 1 } })).resolves.toMatchObject({
        name: "GorgiasError",
        status,
      });
    },
  );
});

describe("values are taken as Gorgias itself answers them", () => {
  it.each([
    { data: [held(colour, "Blue"), held(note, "x")] },
    [held(colour, "Blue"), held(note, "x")],
    { 51: { id: 51, value: "Blue" }, 53: { id: 53, value: "x", prediction: null } },
  ])("%#", async (custom_fields) => {
    hasValues("tickets/7", held(colour, "Red"), held(note, ""));
    takes("tickets/7/custom-fields", [
      { id: 51, value: "Blue" },
      { id: 53, value: "x" },
    ]);
    await set({ custom_fields });
  });

  it("also one alone", async () => {
    hasValues("tickets/7", held(colour, "Red"));
    takes("tickets/7/custom-fields", [{ id: 51, value: "Blue" }]);
    await set({ custom_fields: held(colour, "Blue") });
  });
});

describe.each([
  ["updateTicketCustomField", "tickets/7", { ticket_id: 7 }, "Delete Ticket Custom Field"],
  [
    "updateCustomerCustomFieldValue",
    "customers/7",
    { customer_id: 7 },
    "Delete Customer Custom Field Value",
  ],
] as const)("%s", (action, owner, ids, deletion) => {
  const object_type = owner.startsWith("tickets") ? "Ticket" : "Customer";

  it.each([
    [size, "42", 42],
    [note, "12", "12"],
    [gift, "no", false],
    [colour, "blue", "Blue"],
  ])("sends the bare value: %#", async (field, value, sent) => {
    isDefined({ ...field, object_type });
    const answer = { field, value: sent };
    takes(`${owner}/custom-fields/${field.id}`, sent, answer);
    await expect(run(action, { ...ids, id: field.id, value })).resolves.toEqual(answer);
  });

  it.each([true, " true ", 12.5, "12.50", "1234", '"12"'])(
    "sends %j as it is where the definition may not be read",
    async (value) => {
      mayNotBeRead(51);
      takes(`${owner}/custom-fields/51`, value);
      await run(action, { ...ids, id: 51, value });
    },
  );

  it.each(["", null, " "])("refuses %j, and says how a value is taken away", async (value) => {
    await expect(failure(action, { ...ids, id: 51, value })).resolves.toMatchObject({
      name: "InputError",
      message: `Value: this input is required and was left blank. To take a value away, use ${deletion}.`,
    });
  });

  it("refuses a list and an object, which no field holds", async () => {
    for (const value of [["a"], { a: 1 }]) {
      await expect(failure(action, { ...ids, id: 51, value })).resolves.toMatchObject({
        message: expect.stringMatching(/^Value: expected text, a number, true or false, got [[{]/),
      });
    }
  });

  it("refuses what the field cannot have", async () => {
    isDefined({ ...size, object_type });
    await expect(failure(action, { ...ids, id: 52, value: "abc" })).resolves.toMatchObject({
      message: 'Value: expected a number for Size, got "abc".',
    });
  });
});

describe("values that are set with the whole object", () => {
  it.each([
    [
      "createTicket",
      "POST",
      "/tickets",
      { messages: [{ channel: "api", from_agent: false }], status: "" },
    ],
    ["updateTicket", "PUT", "/tickets/7", { id: 7, status: "" }],
    ["createCustomer", "POST", "/customers", {}],
    ["updateCustomer", "PUT", "/customers/7", { id: 7 }],
  ])("%s gives them the types of their fields", async (action, method, path, inputs) => {
    const object_type = path.startsWith("/tickets") ? "Ticket" : "Customer";
    isDefined({ ...size, object_type });
    const { id, status, ...body } = { id: 0, status: "", ...inputs };
    gorgias()
      .intercept(`/api${path}`, method, { ...body, custom_fields: [{ id: 52, value: 42 }] })
      .reply(200, { id: 7 });
    const custom_fields = { 52: "42" };
    await expect(run(action, { ...inputs, custom_fields })).resolves.toEqual({ id: 7 });

    isDefined({ ...size, object_type });
    await expect(failure(action, { ...inputs, custom_fields: { 52: "x" } })).resolves.toMatchObject(
      {
        message: 'Custom Fields[0].value: expected a number for Size, got "x".',
      },
    );
  });

  it.each([
    ["updateTicket", "Update Ticket Custom Fields", null],
    ["updateCustomer", "Update Customer Custom Field Values", ""],
  ])("%s takes none away, because all others would go with it", async (action, pointer, empty) => {
    await expect(
      failure(action, { id: 7, status: "", custom_fields: { 52: 42, 53: empty } }),
    ).resolves.toMatchObject({
      message: `Custom Fields: has no value for the field 53. What is sent here replaces all values: to take one away, use ${pointer}.`,
    });
  });

  it.each([
    ["createCustomer", "POST", "/customers", { 53: null }],
    ["updateTicket", "PUT", "/tickets/7", {}],
    ["updateCustomer", "PUT", "/customers/7", []],
  ])("%s sends no empty set", async (action, method, path, custom_fields) => {
    gorgias().intercept(`/api${path}`, method, {}).reply(200, { id: 7 });
    await run(action, { id: 7, status: "", custom_fields });
  });

  it("cost no request more where there are none", async () => {
    gorgias().put("/api/tickets/7", { subject: "Hello" }).reply(202, {});
    await run("updateTicket", { id: 7, status: "", subject: "Hello" });
  });
});
