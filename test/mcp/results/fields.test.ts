import { fieldsArgument, fieldsIn, resultOf } from "../../../src/mcp/results";

const call = { tool: "list_tickets", takes: ["fields"], uri: "gorgias://x", readOnly: true };
const asked = (data: unknown, fields: readonly string[], also = {}) =>
  resultOf({ data }, { ...call, fields, ...also }).structuredContent;

const tickets = [
  {
    id: 1,
    subject: "Late",
    customer: { id: 7, email: "jo@example.com", meta: { tier: "gold" } },
    messages: [
      { id: 11, body: "Hello" },
      { id: 12, body: "Bye" },
    ],
  },
  { id: 2, subject: null, customer: null, messages: [] },
];
const page = { object: "list", data: tickets, meta: { next_cursor: "x" } };

it("each item is cut to the fields that are named, and keeps its id", () => {
  expect(asked(page, ["subject"])).toEqual({
    object: "list",
    data: [
      { id: 1, subject: "Late" },
      { id: 2, subject: null },
    ],
    meta: { next_cursor: "x" },
  });
});

it("dots lead into objects, and into each object of a list", () => {
  expect(asked(page, ["customer.email", "customer.meta.tier", "messages.body"])).toEqual({
    ...page,
    data: [
      {
        id: 1,
        customer: { email: "jo@example.com", meta: { tier: "gold" } },
        messages: [{ body: "Hello" }, { body: "Bye" }],
      },
      { id: 2, customer: null, messages: [] },
    ],
  });
});

it("an object that is named is whole, whatever of it is named beside it", () => {
  expect(asked(tickets[0], ["customer.email", "customer"])).toEqual({
    id: 1,
    customer: tickets[0]?.customer,
  });
});

it("an object is cut like an item, and a bare list like a page", () => {
  expect(asked(tickets[0], ["subject"])).toEqual({ id: 1, subject: "Late" });
  expect(asked([tickets[0]], ["subject"])).toEqual({ data: [{ id: 1, subject: "Late" }] });
});

it("a text is answered from a character on", () => {
  expect(asked(tickets[0], ["subject[2:]", "messages.body[1:]"])).toEqual({
    id: 1,
    subject: "te",
    messages: [{ body: "ello" }, { body: "ye" }],
  });
});

it("a name that nothing has is told, beside what there is", () => {
  expect(asked(page, ["subject", "shoes", "customer.size"])).toMatchObject({
    unknown_fields:
      'fields: no item has "shoes", "customer.size". There are: id, subject, customer, messages, customer.id, customer.email, customer.meta.',
    data: [{ id: 1, subject: "Late" }, { id: 2 }],
  });
});

it("names of which there is none are refused", () => {
  expect(() => asked(page, ["shoes"])).toThrow(
    'fields: no item has "shoes". There are: id, subject, customer, messages.',
  );
  expect(() => asked(tickets[0], ["shoes", "id.x"])).toThrow(
    /^fields: the object has no "shoes", "id\.x"\. There are: id, subject/,
  );
});

it("a call that changed something is not refused for what was asked of its answer", () => {
  expect(asked(tickets[0], ["shoes"], { readOnly: false })).toEqual({
    unknown_fields: expect.stringMatching(/^fields: the object has no "shoes"/),
    ...tickets[0],
  });
});

it("an empty list has nothing to be cut, and nothing is refused", () => {
  expect(asked({ data: [], meta: {} }, ["shoes"])).toEqual({ data: [], meta: {} });
});

it.each([["__proto__"], ["constructor"], ["toString"]])(
  "what every object of JavaScript has is no field: %s",
  (name) => {
    expect(() => asked(page, [name])).toThrow(`no item has "${name}"`);
  },
);

it("the argument takes a list of names, or one text with commas", async () => {
  const mask = (text: string) => text.replace("s3cret", "***");
  expect(fieldsArgument.accepts).toEqual({ type: "array", items: { type: "string" } });
  await expect(fieldsIn(["id", "customer.email"], mask)).resolves.toEqual(["id", "customer.email"]);
  await expect(fieldsIn("id, customer.email", mask)).resolves.toEqual(["id", "customer.email"]);
  await expect(fieldsIn(undefined, mask)).resolves.toBeUndefined();
  await expect(fieldsIn([{ s3cret: 1 }], mask)).rejects.toThrow(/^fields: .*\*\*\*/);
});
