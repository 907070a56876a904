import { readFileSync } from "node:fs";
import path from "node:path";
import component from "../../src";
import { failure, run } from "../support/steps";
import { gorgias, useWire } from "../support/wire";

useWire();

type Json = Record<string, unknown>;

/** What Gorgias answered, as an action hands it on (docs/gorgias-api.md). */
function recorded(name: string): Json {
  const file = path.join(__dirname, "..", "schemas", "recorded", `${name}.json`);
  return JSON.parse(readFileSync(file, "utf8")).response;
}

/** What an action sends when everything that an earlier step answered goes into the input of that name. */
async function sent(action: string, answer: Json, others: Json = {}): Promise<Json> {
  let body = {};
  // Without the scope for definitions, values are sent as they are given.
  gorgias()
    .get(/custom-fields/)
    .query(true)
    .optionally()
    .reply(403, { error: { msg: "Missing scope: custom_fields:read" } });
  gorgias()
    .intercept(/./, action.startsWith("create") ? "POST" : "PUT")
    .reply(200, (_uri, given) => {
      body = given as Json;
      return {};
    });
  const inputs = component.actions[action]?.inputs.map(({ key }) => key) ?? [];
  const given = Object.entries(answer).filter(([key]) => inputs.includes(key));
  await run(action, { ...Object.fromEntries(given), ...others });
  return body;
}

const values = (customFields: unknown) => Object.values(customFields as Json);

/** Fields that hold something; what is null or empty in an answer was left blank. */
function filledIn(answer: Json, keys: readonly string[]): Json {
  const isBlank = (value: unknown) => [null, undefined, "", "[]"].includes(asText(value));
  const entries = keys.map((key) => [key, answer[key]]);
  return Object.fromEntries(entries.filter(([, value]) => !isBlank(value)));
}

const asText = (value: unknown) =>
  typeof value === "string" || value === null ? value : JSON.stringify(value);

const MESSAGE_KEYS = ["source", "sender", "receiver", "attachments", "body_text", "body_html"];

/** A message without what only Gorgias sets. */
function settable(message: Json): Json {
  const { id, uri, ticket_id, auth_customer_identity, intents, actions, ...others } = message;
  const { imported, processed_datetime, is_retriable, ...rest } = others;
  return rest;
}

describe.each(["get-tickets-153011972", "get-ticket-2026", "create-ticket", "update-ticket"])(
  "a ticket as it came back (%s)",
  (name) => {
    const ticket = recorded(name);
    const kept = [
      ...["customer", "assignee_user", "assignee_team", "channel", "via", "subject", "spam"],
      ...["tags", "language", "meta", "from_agent", "status", "priority", "external_id"],
    ];

    it("goes into Create Ticket unchanged, but for what nobody can set on its messages", async () => {
      const body = await sent("createTicket", ticket);
      expect(body).toMatchObject(filledIn(ticket, kept));
      expect(body.messages).toEqual((ticket.messages as Json[]).map(settable));
      expect(body.custom_fields ?? []).toEqual(values(ticket.custom_fields ?? {}));
    });

    it("goes into Update Ticket unchanged", async () => {
      const body = await sent("updateTicket", ticket, { id: ticket.id });
      expect(body).toMatchObject(filledIn(ticket, kept));
      expect(body.custom_fields ?? []).toEqual(values(ticket.custom_fields ?? {}));
    });

    it("has messages that go into Create Ticket Message unchanged", async () => {
      for (const message of ticket.messages as Json[]) {
        const body = await sent("createTicketMessage", message, { ticket_id: 7 });
        expect(body).toMatchObject(filledIn(message, MESSAGE_KEYS));
      }
    });
  },
);

it("a message goes from Get Ticket Message into Create Ticket Message unchanged", async () => {
  const message = recorded("get-ticket-message");
  const body = await sent("createTicketMessage", message);
  expect(body).toMatchObject(filledIn(message, MESSAGE_KEYS));
});

it.each(["get-customer", "get-customers-488069077", "create-customer"])(
  "a customer as it came back (%s) goes into Create and Update Customer, without what only Gorgias sets",
  async (name) => {
    const customer = recorded(name);
    const keys = ["email", "name", "language", "timezone", "external_id", "meta"];
    const channels = (customer.channels as Json[]).map(({ type, address, preferred }) => ({
      type,
      address,
      preferred,
    }));
    for (const [action, others] of [
      ["createCustomer", {}],
      ["updateCustomer", { id: customer.id, customer_id: customer.id }],
    ] as const) {
      const body = await sent(action, customer, others);
      expect(body).toMatchObject(filledIn(customer, keys));
      expect(body.channels).toEqual(channels);
      expect(body.custom_fields ?? []).toEqual(values(customer.custom_fields ?? {}));
    }
  },
);

it("a custom field goes into Create and Update Custom Field unchanged", async () => {
  const field = recorded("get-custom-field");
  const keys = ["definition", "label", "object_type", "priority", "required"];
  expect(await sent("createCustomField", field)).toMatchObject(filledIn(field, keys));
  const body = await sent("updateCustomField", field, { id: field.id });
  expect(body).toMatchObject(filledIn(field, ["definition", "label", "priority", "required"]));
});

it("what an upload answered goes into Attachments unchanged", async () => {
  const attachments = recorded("doc-upload");
  const body = await sent(
    "createTicketMessage",
    { attachments },
    { ticket_id: 7, channel: "email" },
  );
  expect(body.attachments).toEqual(attachments);
});

it.each([
  ["source", { type: null, from: null, to: null, cc: [{ name: null, address: null }], bcc: [] }],
  ["attachments", [{ url: "https://x/a", name: null, content_type: null, size: null, extra: {} }]],
  ["sender", { id: 7, email: null, name: null, meta: null }],
])("what is null within %s stays null", async (key, value) => {
  const message = { channel: "email", from_agent: true, [key]: value };
  expect(await sent("createTicketMessage", message, { ticket_id: 7 })).toMatchObject({
    [key]: value,
  });
  expect(await sent("createTicket", { messages: [message] })).toMatchObject({
    messages: [message],
  });
});

it.each([
  [{ type: "email", from: {}, to: [] }, undefined],
  [{ type: "chat", from: { name: "Jo" }, to: [{ address: null, name: null }] }, undefined],
  [
    { type: "email", cc: [null], bcc: [null, { address: "jo@example.com", x: null }] },
    { type: "email", cc: [], bcc: [{ address: "jo@example.com", x: null }] },
  ],
] as [Json, Json | undefined][])("a source with holes is taken: %j", async (source, rest) => {
  const attachments = [null, { url: null, name: "a.txt" }, { url: "https://x/b", name: null }];
  const message = { channel: "email", from_agent: true, source, attachments };
  const expected = { source: rest ?? source, attachments: [attachments[2]] };
  expect(await sent("createTicketMessage", message, { ticket_id: 7 })).toMatchObject(expected);
  const { messages } = await sent("createTicket", { messages: [message] });
  expect(messages).toEqual([{ channel: "email", from_agent: true, ...expected }]);
});

it("channels that lost their address are left out, and errors still name the row", async () => {
  const channel = { type: "email", address: "jo@example.com" };
  const channels = [null, { type: "facebook", address: null }, channel];
  expect(await sent("createCustomer", { channels })).toEqual({ channels: [channel] });
  expect(await sent("updateCustomer", { channels: [channels[1]] }, { id: 7, name: "Jo" })).toEqual({
    name: "Jo",
  });
  const { message } = await failure("createCustomer", { channels: [...channels, { type: "sms" }] });
  expect(message).toBe("Channels[3].address: expected text, got nothing.");
});

it.each([
  [{ to: [{ name: "Jo" }] }, "to[0].address"],
  [{ to: [{ adress: "jo@example.com" }] }, "to[0].address"],
  [{ from: { email: "jo@example.com" } }, "from.address"],
])("%j has no address", async (source, place) => {
  const message = { channel: "email", from_agent: true, source };
  await expect(failure("createTicketMessage", { ticket_id: 7, ...message })).resolves.toMatchObject(
    {
      message: `Source.${place}: expected text, got nothing.`,
    },
  );
});

it("what is null in a channel or a message stays null, too", async () => {
  const channels = [{ type: "email", address: "jo@example.com", preferred: null }];
  expect(await sent("createCustomer", { channels })).toEqual({ channels });
  const messages = [
    {
      channel: "email",
      from_agent: true,
      via: null,
      source: null,
      receiver: null,
      attachments: null,
    },
  ];
  expect(await sent("createTicket", { messages })).toMatchObject({ messages });
});

it.each([
  ["by the field's ID", { 51: { id: 51, value: "Blue" }, 52: { id: 52, value: 7 } }],
  ["by the field's ID, without more", { 51: "Blue", 52: 7 }],
  [
    "as a list of them came back",
    {
      data: [
        { field: { id: 51, label: "Colour" }, value: "Blue", prediction: null },
        { field: { id: 52, label: "Size" }, value: 7 },
      ],
    },
  ],
  ["as a list", [{ id: "51", value: "Blue" }, "", { id: 52, value: 7 }]],
])("values of custom fields are taken %s", async (_, custom_fields) => {
  const expected = [
    { id: 51, value: "Blue" },
    { id: 52, value: 7 },
  ];
  expect(await sent("updateTicket", { custom_fields }, { id: 7 })).toMatchObject({
    custom_fields: expected,
  });
  expect(await sent("createCustomer", { custom_fields })).toEqual({ custom_fields: expected });
});
