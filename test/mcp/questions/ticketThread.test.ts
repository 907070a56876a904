import { gorgias, useWire } from "../../support/wire";
import { asker } from "./asking";

useWire();

const ask = asker();

const question = {
  id: 1,
  created_datetime: "2026-03-01T09:00:00.123456+00:00",
  channel: "email",
  public: true,
  from_agent: false,
  subject: "Where is it?",
  sender: { id: 7, name: "Jo Martin", email: "jo@example.com" },
  source: {
    type: "email",
    to: [{ name: "Acme", address: "help@example.com" }],
    cc: [{ address: "al@example.com" }],
  },
  stripped_text: "Where is my order?",
  body_text: "Where is my order?\n> On Monday you wrote",
  attachments: [
    {
      name: "box.png",
      content_type: "image/png",
      size: 12,
      url: "https://uploads.gorgias.io/Hna8kldnmlal/box-1.png",
    },
    { name: "odd", url: "https://example.com/odd" },
    null,
  ],
};
const note = {
  id: 2,
  created_datetime: "2026-03-01T10:00:00+00:00",
  channel: "internal-note",
  public: false,
  from_agent: true,
  sender: null,
  source: null,
  stripped_text: "",
  body_text: null,
  body_html: "<p>Ask the <b>carrier</b>.</p><p>Soon.</p>",
};
const reply = {
  id: 3,
  created_datetime: "2026-03-01T11:00:00+00:00",
  channel: "email",
  from_agent: true,
  sender: { id: 5, name: "Sam", email: null },
  receiver: { id: 7, name: null, email: null },
  stripped_text: null,
  body_text: "x".repeat(4100),
  failed_datetime: "2026-03-01T11:00:05+00:00",
  last_sending_error: { error: "Mailbox full" },
};
const ticket = {
  id: 9,
  subject: "Where is it?",
  status: "open",
  channel: "email",
  customer: null,
  assignee_user: { id: 5, name: "Sam", email: "sam@example.com" },
  tags: [{ id: 1, name: "shipping" }, null],
  created_datetime: "2026-03-01T09:00:00+00:00",
  closed_datetime: null,
  satisfaction_survey: { score: 4, body_text: null },
  // As they may come: not in their order.
  messages: [reply, question, note],
};

/** Expects the ticket and its values to be read. */
function reads(values: unknown = { data: [] }): void {
  gorgias().get("/api/tickets/9").reply(200, ticket);
  gorgias()
    .get("/api/tickets/9/custom-fields")
    .reply(200, values as object);
}

it("reads as a person would: oldest first, without quotes, notes marked, files by name", async () => {
  reads({
    data: [
      { field: { id: 4, label: "Order" }, value: "#1" },
      { field: { id: 5, label: "Reason" }, value: null },
    ],
  });
  await expect(ask("ticketThread", { id: 9 })).resolves.toEqual({
    ticket: {
      id: 9,
      subject: "Where is it?",
      status: "open",
      channel: "email",
      customer: null,
      assignee: "Sam <sam@example.com>",
      assignee_id: 5,
      tags: ["shipping"],
      custom_fields: { Order: "#1" },
      created: "2026-03-01T09:00:00Z",
      satisfaction: { score: 4 },
    },
    messages: [
      {
        id: 1,
        at: "2026-03-01T09:00:00Z",
        by: "customer",
        from: "Jo Martin <jo@example.com>",
        to: ["Acme <help@example.com>"],
        cc: ["al@example.com"],
        channel: "email",
        text: "Where is my order?",
        attachments: [
          {
            name: "box.png",
            content_type: "image/png",
            size: 12,
            url: "https://uploads.gorgias.io/Hna8kldnmlal/box-1.png",
          },
          { name: "odd", url: "https://example.com/odd" },
        ],
      },
      {
        id: 2,
        at: "2026-03-01T10:00:00Z",
        by: "agent",
        from: null,
        note: true,
        channel: "internal-note",
        text: "Ask the carrier.\nSoon.",
      },
      {
        id: 3,
        at: "2026-03-01T11:00:00Z",
        by: "agent",
        from: "Sam",
        to: ["ID 7"],
        failed: "Mailbox full",
        channel: "email",
        text: `${"x".repeat(4000)}…`,
        left_out: "100 more characters: read this message alone, by its id.",
      },
    ],
  });
});

it("tells the newest messages, and how to read further back", async () => {
  reads();
  const { messages, left_out } = await ask("ticketThread", { id: 9, limit: 2 });
  expect(messages).toMatchObject([{ id: 2 }, { id: 3 }]);
  expect(left_out).toBe("1 earlier message: call again with before_message_id 2.");
  reads();
  const earlier = await ask("ticketThread", { id: 9, limit: 2, before_message_id: 2 });
  expect(earlier.messages).toMatchObject([{ id: 1 }]);
  expect(earlier).not.toHaveProperty("left_out");
});

it("refuses a message that is not in the ticket", async () => {
  gorgias().get("/api/tickets/9").reply(200, ticket);
  await expect(ask("ticketThread", { id: 9, before_message_id: 77 })).rejects.toThrow(
    "before_message_id: there is no message 77 in ticket 9.",
  );
});

it("is read also where custom fields may not be", async () => {
  gorgias().get("/api/tickets/9").reply(200, ticket);
  gorgias()
    .get("/api/tickets/9/custom-fields")
    .reply(403, { error: { msg: "Not allowed." } });
  await expect(ask("ticketThread", { id: 9 })).resolves.toMatchObject({
    ticket: { custom_fields: {} },
    left_out: "Custom fields: this connection may not read them.",
  });
});
