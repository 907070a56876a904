import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

type Json = Record<string, unknown>;

const text = { messageText: "Where is it?" };
const least = { ...text, customer: "jo@example.com" };

/** What the message of a new ticket is made of when nothing says otherwise. */
const usual = {
  channel: "email",
  via: "api",
  from_agent: false,
  sender: { email: "jo@example.com" },
  source: { type: "email", from: { address: "jo@example.com" } },
  body_text: "Where is it?",
};

/** Runs Create Ticket and tells what it sent. */
async function created(inputs: Json): Promise<Json> {
  let body: Json = {};
  gorgias()
    .post("/api/tickets", (given: Json) => {
      body = given;
      return true;
    })
    .reply(201, { id: 7 });
  await run("createTicket", inputs);
  return body;
}

/** The message of the ticket that Create Ticket makes. */
async function messageOf(inputs: Json): Promise<unknown> {
  const { messages } = await created(inputs);
  expect(messages).toHaveLength(1);
  return (messages as unknown[])[0];
}

it("a text and a customer make a ticket with one message of theirs", async () => {
  await expect(created(least)).resolves.toEqual({
    customer: { email: "jo@example.com" },
    status: "open",
    messages: [usual],
  });
});

it("what the ticket has goes into the message too: Channel, Via, From Agent and Subject", async () => {
  const shared = { channel: "sms", via: "helpdesk", from_agent: "true", subject: "My order" };
  await expect(created({ ...text, customer: "9", ...shared })).resolves.toEqual({
    ...{ ...shared, from_agent: true, customer: { id: 9 }, status: "open" },
    messages: [{ ...shared, from_agent: true, receiver: { id: 9 }, body_text: "Where is it?" }],
  });
});

it("every message input is sent under Gorgias' own name", async () => {
  const upload = { url: "https://x/1", name: "a.png", content_type: "image/png", size: 3 };
  await expect(
    messageOf({
      customer: "9",
      messageText: "Hi",
      messageHtml: "<p>Hi</p>",
      messageSender: "10",
      messageFrom: "Jo Martin <jo@example.com>",
      messageTo: ["support@example.com", "sales@example.com"],
      messageAttachments: [upload],
    }),
  ).resolves.toEqual({
    channel: "email",
    via: "api",
    from_agent: false,
    sender: { id: 10 },
    source: {
      type: "email",
      from: { name: "Jo Martin", address: "jo@example.com" },
      to: [{ address: "support@example.com" }, { address: "sales@example.com" }],
    },
    body_text: "Hi",
    body_html: "<p>Hi</p>",
    attachments: [upload],
  });
});

it("HTML alone has its text beside it, and files alone are a message", async () => {
  const html = { customer: "jo@example.com", messageHtml: "<p>Where <b>is</b> it?</p>" };
  await expect(messageOf(html)).resolves.toEqual({
    ...usual,
    body_html: "<p>Where <b>is</b> it?</p>",
  });
  const { body_text, ...bare } = usual;
  const attachments = [{ url: "https://x/1", name: "a.png" }];
  await expect(
    messageOf({ customer: "jo@example.com", messageAttachments: { data: attachments } }),
  ).resolves.toEqual({ ...bare, attachments });
});

it.each([
  ["the customer, by ID", { customer: "9" }, { id: 9 }],
  ["the customer, as another step read them", { customer: { id: 9, name: "Jo" } }, { id: 9 }],
  [
    "Message Sender",
    { customer: "9", messageSender: "sam@example.com" },
    { email: "sam@example.com" },
  ],
  [
    "Message From, where that is all there is",
    { messageFrom: "Jo <jo@example.com>" },
    { email: "jo@example.com" },
  ],
])("who wrote a customer's message: %s", async (_, inputs, sender) => {
  await expect(messageOf({ ...text, ...inputs })).resolves.toMatchObject({ sender });
});

it.each<[string, Json, unknown]>([
  ["with Message To beside it", { messageTo: "support@example.com" }, "jo@example.com"],
  ["of a customer whom another step read", { customer: { id: 9, email: "jo@b.co" } }, "jo@b.co"],
  ["of Message Sender", { messageSender: "sam@example.com" }, "sam@example.com"],
  ["not where the sender is known by ID alone", { messageSender: "9" }, undefined],
  ["not on another channel", { channel: "chat" }, undefined],
  ["not in a note", { channel: "internal-note", from_agent: "false" }, undefined],
  ["not of what an agent wrote", { from_agent: "true" }, undefined],
])("from where a customer's e-mail came, for replies: %s", async (_, inputs, from) => {
  const { source } = (await messageOf({ ...least, ...inputs })) as { source?: { from: unknown } };
  expect(source?.from).toEqual(from && { address: from });
});

it("a note is an agent's, unless From Agent says otherwise", async () => {
  const note = { ...least, channel: "Internal-Note" };
  const sent = { channel: "internal-note", public: false, via: "api", body_text: "Where is it?" };
  await expect(messageOf(note)).resolves.toEqual({ ...sent, from_agent: true });
  await expect(messageOf({ ...note, from_agent: "false" })).resolves.toEqual({
    ...{ ...sent, from_agent: false, sender: { email: "jo@example.com" } },
  });
});

it.each<[string, Json, Json]>([
  ["the customer", { customer: "9" }, { receiver: { id: 9 } }],
  [
    "whom Message To names, without a customer",
    { messageTo: "Jo <jo@example.com>" },
    {
      receiver: { email: "jo@example.com" },
      source: { type: "email", to: [{ name: "Jo", address: "jo@example.com" }] },
    },
  ],
  [
    "nobody where it is a note",
    { channel: "internal-note", customer: "9" },
    { channel: "internal-note", public: false },
  ],
])(
  "who gets an agent's message, which has no sender unless one is named: %s",
  async (_, inputs, rest) => {
    const { sender, source, ...agents } = { ...usual, from_agent: true };
    await expect(messageOf({ ...text, from_agent: "true", ...inputs })).resolves.toEqual({
      ...agents,
      ...rest,
    });
  },
);

it("Messages wins over the inputs of the one message, which are left out", async () => {
  const messages = [{ channel: "chat", via: "chat", from_agent: true, body_text: "Hello" }];
  const others = { messageHtml: "<p>Hi</p>", messageSender: "9", messageFrom: "?", messageTo: "?" };
  await expect(created({ ...least, ...others, messages })).resolves.toEqual({
    customer: { email: "jo@example.com" },
    status: "open",
    messages,
  });
});

it.each<[Json, string[]]>([
  [
    {},
    [
      "Message Text: is blank, and so are Message HTML, Message Attachments and Messages. Fill in at least one.",
      "Customer: is blank. Fill in this, Message Sender or Message From, so that the message has a sender.",
    ],
  ],
  [
    { messages: "[]", customer: "9", messageText: " " },
    [
      "Message Text: is blank, and so are Message HTML, Message Attachments and Messages. Fill in at least one.",
    ],
  ],
  [
    { ...text, customer: '{ "name": "Jo" }' },
    [
      "Customer: has no ID and no e-mail address. Fill in this, Message Sender or Message From, so that the message has a sender.",
    ],
  ],
  [
    { ...text, from_agent: "true" },
    ["Customer: is blank. Fill in this or Message To, so that the message has a recipient."],
  ],
  [
    { ...least, messageSender: '{ "name": "Jo" }' },
    ["Message Sender: expected an ID or an e-mail address."],
  ],
  [
    { ...text, channel: "sms", messageFrom: "+33 6 12" },
    [
      "Customer: is blank. Fill in this or Message Sender: a message says by ID or e-mail address who wrote it.",
    ],
  ],
  [
    { ...text, channel: "sms", from_agent: "true", messageTo: "+33 6 12" },
    ["Customer: is blank. Fill in this: a message says by ID or e-mail address who gets it."],
  ],
  [
    { ...least, messageFrom: "Jo", messageTo: "Sam", channel: "EMAIL" },
    [
      'Message From: expected an e-mail address, unless Channel says otherwise, got "Jo".',
      'Message To: expected an e-mail address, unless Channel says otherwise, got "Sam".',
    ],
  ],
  [
    { ...least, messageTo: ["support@example.com", "+33 6 12 34 56 78"] },
    [
      'Message To: expected an e-mail address, unless Channel says otherwise, got "+33 6 12 34 56 78".',
    ],
  ],
  [
    { ...least, messageFrom: "jo@example.com, sam@example.com" },
    ['Message From: expected one address, got "jo@example.com, sam@example.com".'],
  ],
])("refuses %j before any request", async (inputs, problems) => {
  const { message, name } = await failure("createTicket", inputs);
  expect({ name, problems: message.split("\n") }).toEqual({ name: "InputError", problems });
});

it("takes phone numbers where Channel is not email", async () => {
  const inputs = { ...least, channel: "sms", messageFrom: "+33 6 12", messageTo: "+33 6 13" };
  await expect(messageOf(inputs)).resolves.toMatchObject({
    source: { type: "sms", from: { address: "+33 6 12" }, to: [{ address: "+33 6 13" }] },
  });
});
