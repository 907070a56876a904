import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

/** What Update Ticket sends for the inputs, beside the ID. */
async function sent(inputs: object): Promise<unknown> {
  let body: unknown;
  gorgias()
    .put("/api/tickets/7")
    .reply(202, (_uri, given) => {
      body = given;
      return {};
    });
  await run("updateTicket", { id: 7, status: "", ...inputs });
  return body;
}

const refusal = async (inputs: object) =>
  (await failure("updateTicket", { id: 7, status: "", ...inputs })).message;

it.each([
  [33612345678, "33612345678"],
  [-1.5, "-1.5"],
  [1610521604143693812n, "1610521604143693812"],
  ["\ufeffHello\ufeff ", "Hello\ufeff "],
  ["  \u200bkept to the letter ", "  \u200bkept to the letter "],
])("text is sent as it is, numbers as their digits: %p", async (given, text) => {
  await expect(sent({ subject: given })).resolves.toEqual({ subject: text });
});

it.each([
  1e21,
  1e-7,
  2 ** 53,
  Number.NaN,
  true,
  Buffer.from("text"),
  new Map(),
  new Date(Number.NaN),
])("what has no digits or words of its own is no text: %p", async (given) => {
  await expect(refusal({ external_id: given })).resolves.toMatch(
    /^External ID: expected text, got /,
  );
});

it.each([
  [Buffer.from("text"), "a file"],
  [{ data: new Uint8Array(2), contentType: "a/b" }, "a file"],
  [new Map([["a", 1]]), "a Map"],
  [new Error("secret"), "an Error"],
  [new Date(Number.NaN), "an invalid date"],
])("a refusal says what came: %p", async (given, what) => {
  await expect(refusal({ subject: given })).resolves.toBe(`Subject: expected text, got ${what}.`);
});

it.each([
  ["Thanks \ud83d", "a character is cut in half at position 8."],
  ["😀😀\ude00 x", "a character is cut in half at position 3."],
  ["a\0b", "expected text without NUL characters, got one at position 2."],
])("a text that could not be sent as it is, is refused: %j", async (given, problem) => {
  await expect(refusal({ subject: given })).resolves.toBe(`Subject: ${problem}`);
});

it.each([
  ["updateTicket", { tags: ["a", "b\0"] }, /^Tags: expected text without NUL/],
  ["updateTicket", { customer: "jo\0@example.com" }, /^Customer: expected text without NUL/],
  ["createTicketMessage", { body_html: "\ud83d" }, /^Body HTML: a character is cut in half/],
  ["listCustomers", { email: "jo\udc00@example.com" }, /^Email: a character is cut in half/],
  ["rawRequest", { data: "\ud83d" }, /^Data: a character is cut in half/],
  ["rawRequest", { formData: [{ key: "a", value: "\0" }] }, /^Form Data: a: expected text without/],
  [
    "uploadFiles",
    { files: [{ key: "\ud83d.png", value: "x" }] },
    /^Files: a character is cut in half/,
  ],
  ["uploadFiles", { file: { data: "x", name: "\ud83d" } }, /^File: a character is cut in half/],
  ["uploadFiles", { file: "half \ud83d" }, /^File: a character is cut in half/],
])("nor is it taken by other kinds of inputs: %s %j", async (action, inputs, problem) => {
  const least = { id: 7, ticket_id: 7, channel: "email", via: "api", url: "/x", method: "POST" };
  expect((await failure(action, { ...least, ...inputs })).message).toMatch(problem);
});

it("limits count characters, whatever they are made of", async () => {
  const subject = "😀".repeat(998);
  await expect(sent({ subject })).resolves.toEqual({ subject });
  await expect(refusal({ subject: `${subject}!` })).resolves.toBe(
    "Subject: expected at most 998 characters, got 999.",
  );
});

it("so does the limit of an e-mail address", async () => {
  const email = `${"😀".repeat(308)}@example.com`;
  gorgias().get("/api/customers").query({ email }).reply(200, { data: [], meta: {} });
  await run("listCustomers", { email });
  const tooLong = await failure("listCustomers", { email: `😀${email}` });
  expect(tooLong.message).toMatch(/^Email: expected an e-mail address, got /);
});

/** What nobody sees: zero-width space, byte order mark, no-break space, direction mark, joiner. */
const INVISIBLE = "\u200b\ufeff\u00a0\u202a\u2060\u200e ";

it.each([
  ["email", `${INVISIBLE}jo@example.com${INVISIBLE}`, "jo@example.com"],
  ["email", "jo@exam\u00adple\u200b.com", "jo@example.com"],
  ["email", "mailto:jo@example.com", "jo@example.com"],
  ["email", "<jo+tag@example.com>", "jo+tag@example.com"],
  ["email", "o'neil.\u00e9/x=1@example.com", "o'neil.\u00e9/x=1@example.com"],
  ["channel_address", `${INVISIBLE}+33\u00ad612\u202c`, "+33612"],
  ["view_id", `${INVISIBLE}7${INVISIBLE}`, "7"],
  ["order_by", `${INVISIBLE}created_datetime:asc\u200b`, "created_datetime:asc"],
])("what nobody sees is taken away from %s: %j", async (key, given, value) => {
  gorgias()
    .get("/api/customers")
    .query({ [key]: value })
    .reply(200, { data: [], meta: {} });
  await run("listCustomers", { [key]: given });
});

it.each([
  [
    { customer: `${INVISIBLE}jo@exam\u00adple.com\u200b` },
    { customer: { email: "jo@example.com" } },
  ],
  [{ assignee_user: "\u200b7\u200b" }, { assignee_user: { id: 7 } }],
  [{ spam: "\u200bYes\ufeff" }, { spam: true }],
  [{ snooze_datetime: "\u200b2026-03-01\u200e" }, { snooze_datetime: "2026-03-01T00:00:00Z" }],
  [{ tags: "\u200bvip\u200b, \u200b" }, { tags: [{ name: "vip" }] }],
  [{ meta: '\ufeff{ "a": 1 }\u00a0' }, { meta: { a: 1 } }],
  [{ subject: INVISIBLE, spam: false }, { spam: false }],
])("nor does it count around anything else: %j", async (inputs, body) => {
  await expect(sent(inputs)).resolves.toEqual(body);
});

it.each([
  "jo",
  "Jo <jo@example.com>",
  "<jo@example.com",
  "jo@example.com,",
  "jo@example.com; ann@example.com",
  "jo@example.com,ann@example.com",
  "jo@example.com (Jo)",
  "mailto:jo@example.com?subject=Hi",
  "jo@example@com",
])("%j is no e-mail address", async (email) => {
  await expect(failure("updateCustomer", { customer_id: 7, id: 7, email })).resolves.toMatchObject({
    message: `Email: expected an e-mail address, got ${JSON.stringify(email)}.`,
  });
});

it.each([{ data: Buffer.from("x") }, { data: Buffer.from("x"), status: 200 }])(
  "a file is called one, whatever stands beside its content: %p",
  async (name) => {
    await expect(failure("updateCustomer", { customer_id: 7, id: 7, name })).resolves.toMatchObject(
      {
        message: "Name: expected text, got a file.",
      },
    );
  },
);
