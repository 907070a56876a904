import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

type Json = Record<string, unknown>;

async function created(key: string, inputs: Json): Promise<Json> {
  let body = {};
  gorgias()
    .intercept(/./, key.startsWith("update") ? "PUT" : "POST")
    .reply(201, (_uri, given) => {
      body = given as Json;
      return {};
    });
  await run(key, inputs);
  return body;
}

describe("values within JSON that came as another kind", () => {
  const least = { channel: "email", from_agent: false };

  it.each<[Json, Json]>([
    [{ from_agent: "false" }, { from_agent: false }],
    [
      { from_agent: "Yes", public: "0" },
      { from_agent: true, public: false },
    ],
    [{ sender: { id: "5" } }, { sender: { id: 5 } }],
    [
      { sender: { id: "", email: "\u200bjo@example.com\u00a0" }, receiver: { id: 5, email: " " } },
      { sender: { email: "jo@example.com" }, receiver: { id: 5 } },
    ],
    [
      { sender: { email: "mailto:jo@example.com" }, receiver: { email: "<JO@example.com>" } },
      { sender: { email: "jo@example.com" }, receiver: { email: "JO@example.com" } },
    ],
    [
      {
        source: {
          type: "email",
          from: { address: "<jo@example.com>" },
          to: [{ address: "\u202ajo@exam\u00adple.com\u202c", name: 7 }],
          cc: [{ address: " " }],
        },
      },
      {
        source: {
          type: "email",
          from: { address: "jo@example.com" },
          to: [{ address: "jo@example.com", name: "7" }],
          cc: [{ address: "" }],
        },
      },
    ],
    [
      { source: { type: "sms", from: { address: "\u202d+33 6\u202c" }, to: { address: "a,b" } } },
      { source: { type: "sms", from: { address: "+33 6" }, to: [{ address: "a,b" }] } },
    ],
    [
      { attachments: { data: [{ url: "https://example.com/a" }] } },
      { attachments: [{ url: "https://example.com/a" }] },
    ],
    [{ public: "", subject: "" }, { subject: "" }],
    [{ receiver: { id: "5.0", email: null } }, { receiver: { id: 5, email: null } }],
    [
      { body_text: 12345, external_id: 7 },
      { body_text: "12345", external_id: "7" },
    ],
    [
      { source: { to: [{ address: 33612345678 }], from: { address: 1 } } },
      { source: { to: [{ address: "33612345678" }], from: { address: "1" } } },
    ],
    [
      { sender: { id: 5, age: "7" }, other: "8" },
      { sender: { id: 5, age: "7" }, other: "8" },
    ],
  ])("a message with %j is sent with %j", async (given, sent) => {
    const { messages } = await created("createTicket", { messages: [{ ...least, ...given }] });
    expect(messages).toEqual([{ ...least, ...sent }]);
  });

  it("channels take a phone number as a number, and whether they are preferred as text", async () => {
    const channels = [{ type: "phone", address: 33612345678, preferred: "true" }];
    await expect(created("createCustomer", { channels })).resolves.toEqual({
      channels: [{ type: "phone", address: "33612345678", preferred: true }],
    });
  });

  it("channels take an e-mail address without what was copied along with it", async () => {
    const channels = [
      { type: "email", address: "\u200bjo@example.com\u00a0", preferred: "yes" },
      { type: "email", address: "<jo@example.com>" },
      { type: "phone", address: "\u202d+33612345678\u202c" },
      { type: "other", address: "Jo <jo>" },
    ];
    await expect(created("createCustomer", { channels })).resolves.toEqual({
      channels: [
        { type: "email", address: "jo@example.com", preferred: true },
        { type: "email", address: "jo@example.com" },
        { type: "phone", address: "+33612345678" },
        { type: "other", address: "Jo <jo>" },
      ],
    });
  });

  it("what Upload Files answers is taken as a message's attachments, whole or in part", async () => {
    const upload = { url: "https://example.com/a" };
    const message = { ticket_id: 7, channel: "email", via: "api" };
    for (const attachments of [{ data: [upload] }, [upload], upload, { data: [upload, null] }]) {
      const body = await created("createTicketMessage", { ...message, attachments });
      expect(body.attachments).toEqual([upload]);
    }
    const body = await created("createTicketMessage", { ...message, attachments: { data: [] } });
    expect(body).not.toHaveProperty("attachments");
  });

  it("changes to fields take IDs, numbers, and true or false as text", async () => {
    const fields = '[{ "id": "51", "priority": "1", "required": "false", "label": 2026 }]';
    const body = await created("updateCustomFields", { fields });
    expect(body).toEqual([{ id: 51, priority: 1, required: false, label: "2026" }]);
  });

  it("a definition takes its bounds as text, as they can come back", async () => {
    const definition = {
      data_type: "number",
      input_settings: { input_type: "input_number", min: "-5", max: "1.5" },
    };
    const field = { object_type: "Ticket", label: "Degrees", definition };
    expect((await created("createCustomField", field)).definition).toEqual({
      data_type: "number",
      input_settings: { input_type: "input_number", min: -5, max: 1.5 },
    });
  });

  it("what an earlier step holds is not changed by it", async () => {
    const messages = [{ ...least, sender: { id: "5" } }];
    await created("createTicket", { messages });
    expect(messages).toEqual([{ ...least, sender: { id: "5" } }]);
  });
});

it.each<[Json, string]>([
  [{ sender: { id: "jo" } }, '.sender.id: expected a number, got "jo".'],
  [{ sender: { id: "5.5" } }, ".sender.id: expected a whole number, got 5.5."],
  [
    { sender: { id: "9007199254740993" } },
    '.sender.id: expected a number, got "9007199254740993".',
  ],
  [{ from_agent: "maybe" }, '.from_agent: expected true or false, got "maybe".'],
  [{ from_agent: null }, ".from_agent: expected true or false, got nothing."],
  [
    { subject: 1e21 },
    ".subject: the number 1e+21 has more digits than can be kept: put it in double quotes.",
  ],
  [
    { sender: { email: "Jo <jo@example.com>" } },
    '.sender.email: expected an e-mail address, got "Jo <jo@example.com>".',
  ],
  [
    { receiver: { email: "jo@example.com," } },
    '.receiver.email: expected an e-mail address, got "jo@example.com,".',
  ],
  [{ sender: { email: 7 } }, '.sender.email: expected an e-mail address, got "7".'],
  [
    {
      source: {
        type: "email",
        to: [{ address: "a@example.com" }, { address: "a@example.com;b@example.com" }],
      },
    },
    '.source.to[1].address: expected an e-mail address, got "a@example.com;b@example.com".',
  ],
  [
    { source: { type: "email", from: { address: "Jo" } } },
    '.source.from.address: expected an e-mail address, got "Jo".',
  ],
  [{ subject: true }, ".subject: expected text, got true."],
  [{ source: { to: [{}] } }, ".source.to[0].address: expected text, got nothing."],
])("a message with %j is refused by its path", async (given, problem) => {
  const messages = [{ channel: "email", from_agent: false, ...given }];
  await expect(failure("createTicket", { messages })).resolves.toMatchObject({
    message: `Messages[0]${problem}`,
  });
});

it.each(["jo", "Jo <jo@example.com>"])("%j is no address of an e-mail channel", async (address) => {
  const channels = [{ type: "email", address }];
  await expect(failure("createCustomer", { channels })).resolves.toMatchObject({
    message: `Channels[0].address: expected an e-mail address, got ${JSON.stringify(address)}.`,
  });
});

it("a message needs its channel and who wrote it, and nothing else", async () => {
  const messages = [{ channel: "email", from_agent: false }];
  await expect(created("createTicket", { messages, status: "" })).resolves.toEqual({ messages });
  await expect(failure("createTicket", { messages: [{ via: "api" }] })).resolves.toMatchObject({
    message:
      "Messages[0].channel: expected text, got nothing.\nMessages[0].from_agent: expected true or false, got nothing.",
  });
});

it("rows of a form that were left blank are no messages", async () => {
  const message = { channel: "email", from_agent: false };
  const body = await created("createTicket", { messages: ["", message, null, " "], status: "" });
  expect(body).toEqual({ messages: [message] });
  for (const [messages, name] of [
    [["", null, { ...message, from_agent: "maybe" }], "Messages[2]"],
    ['[[], "", { "channel": "email", "from_agent": "maybe" }]', "Messages[2]"],
    [{ data: [" ", { ...message, from_agent: "maybe" }] }, "Messages[1]"],
  ]) {
    await expect(failure("createTicket", { messages })).resolves.toMatchObject({
      message: expect.stringContaining(`${name}.from_agent: expected true or false, got "maybe".`),
    });
  }
  await expect(failure("createTicket", { messages: ["", null] })).resolves.toMatchObject({
    message: expect.stringMatching(/^Message Text: is blank, and so are .*Messages\./),
  });
});
