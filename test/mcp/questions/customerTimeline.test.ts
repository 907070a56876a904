import { gorgias, page, useWire } from "../../support/wire";
import { asker } from "./asking";

useWire();

const ask = asker();
const customer = { id: 7, name: "Jo Martin", email: "jo@example.com" };
const TICKETS = "/api/tickets?customer_id=7&order_by=updated_datetime%3Adesc&limit=100";

const day = (date: number) => `2026-03-${String(date).padStart(2, "0")}T09:00:00.000000+00:00`;

/** A ticket as the list has it. */
const listed = (id: number, created: number, updated: number | null) => ({
  id,
  subject: `Ticket ${id}`,
  status: "open",
  channel: "email",
  assignee_user: { id: 5, name: "Sam" },
  created_datetime: day(created),
  updated_datetime: updated === null ? null : day(updated),
});

const message = (id: number, date: string | null, text: string) => ({
  id,
  channel: "email",
  from_agent: false,
  sender: customer,
  created_datetime: date,
  stripped_text: text,
});

function knows(tickets: unknown[]): void {
  gorgias().get("/api/customers/7").reply(200, customer);
  gorgias().get(TICKETS).reply(200, page(tickets));
}

function events(type: string, id: number, data: unknown[], next: string | null = null): void {
  gorgias()
    .get("/api/events")
    .query((query) => query.object_type === type && query.object_id === String(id))
    .reply(200, page(data, next));
}

it("merges tickets, messages, events and surveys in time, the newest first", async () => {
  knows([listed(1, 1, 5)]);
  events("Customer", 7, [{ type: "customer-updated", created_datetime: day(4), user_id: 99 }]);
  events("Ticket", 1, [
    { type: "ticket-closed", created_datetime: day(5), user_id: 5, data: null },
    { type: "ticket-created", created_datetime: day(1), user_id: null },
  ]);
  gorgias()
    .get("/api/tickets/1")
    .reply(200, {
      messages: [message(11, day(1), "Where is it?"), message(12, null, "?")],
      satisfaction_survey: { id: 3, score: 5, body_text: "Thanks", scored_datetime: day(8) },
    });
  await expect(ask("customerTimeline", { customer_id: 7 })).resolves.toEqual({
    customer,
    from: null,
    to: null,
    entries: [
      {
        at: "2026-03-08T09:00:00Z",
        kind: "survey",
        ticket_id: 1,
        survey_id: 3,
        score: 5,
        text: "Thanks",
      },
      { at: "2026-03-05T09:00:00Z", kind: "event", ticket_id: 1, type: "ticket-closed", by: "Sam" },
      { at: "2026-03-04T09:00:00Z", kind: "event", type: "customer-updated", by: "user 99" },
      {
        at: "2026-03-01T09:00:00Z",
        kind: "message",
        ticket_id: 1,
        message_id: 11,
        by: "customer",
        from: "Jo Martin <jo@example.com>",
        channel: "email",
        text: "Where is it?",
      },
      {
        at: "2026-03-01T09:00:00Z",
        kind: "ticket",
        ticket_id: 1,
        subject: "Ticket 1",
        channel: "email",
        status: "open",
      },
    ],
    left_out: ["1 records without a date that can be read."],
  });
});

it("reads no ticket that cannot add to what was asked, and says how to go on", async () => {
  knows([listed(1, 9, 10), listed(2, 1, 2)]);
  gorgias()
    .get("/api/tickets/1")
    .reply(200, { messages: [message(11, day(9), "a"), message(12, day(10), "b")] });
  const asked = { customer_id: 7, kinds: ["messages"], limit: 1 };
  await expect(ask("customerTimeline", asked)).resolves.toMatchObject({
    entries: [{ message_id: 12 }],
    left_out: ["Older entries: call again with to 2026-03-10T09:00:00.000000Z."],
  });
});

it("leaves out what lies outside of the period, and stops at tickets that changed before it", async () => {
  gorgias().get("/api/customers/7").reply(200, customer);
  gorgias()
    .get(TICKETS)
    .reply(200, page([listed(3, 20, 21), listed(1, 1, 10), listed(2, 1, 2)], "more"));
  gorgias()
    .get("/api/tickets/1")
    .reply(200, { messages: [message(11, day(1), "a"), message(12, day(10), "b")] });
  const asked = { customer_id: 7, kinds: "messages", from: "2026-03-05", to: "2026-03-10" };
  const { entries, ...others } = await ask("customerTimeline", asked);
  expect(entries).toMatchObject([{ message_id: 12 }]);
  expect(others).toEqual({ customer, from: "2026-03-05T00:00:00Z", to: "2026-03-11T00:00:00Z" });
});

it("reads 15 of many tickets and names the others", async () => {
  knows(Array.from({ length: 17 }, (_, index) => listed(index + 1, 1, 28 - index)));
  for (let id = 1; id <= 15; id++) {
    gorgias().get(`/api/tickets/${id}`).reply(404, {});
  }
  const asked = { customer_id: 7, kinds: ["messages"] };
  await expect(ask("customerTimeline", asked)).resolves.toMatchObject({
    entries: [],
    left_out: [
      expect.stringMatching(
        /^2 tickets were not read, because a call reads 15: what happened in them from 2026-03-13T09:00:00Z back is missing\. .* IDs: 16, 17\.$/,
      ),
    ],
  });
});

it("looks through five pages of tickets and says so", async () => {
  gorgias().get("/api/customers/7").reply(200, customer);
  for (let number = 1; number <= 5; number++) {
    const cursor = number === 1 ? "" : `&cursor=c${number - 1}`;
    gorgias()
      .get(
        (uri) =>
          uri.startsWith("/api/tickets?") &&
          uri.includes("cursor=") === number > 1 &&
          uri.includes(cursor),
      )
      .reply(200, page([listed(number, 20 - number, 20 - number)], `c${number}`));
  }
  await expect(
    ask("customerTimeline", { customer_id: 7, kinds: ["tickets"] }),
  ).resolves.toMatchObject({
    entries: [
      { ticket_id: 1 },
      { ticket_id: 2 },
      { ticket_id: 3 },
      { ticket_id: 4 },
      { ticket_id: 5 },
    ],
    left_out: [
      "Only the 500 tickets that changed last were looked through. What happened before 2026-03-15T09:00:00Z may be missing.",
    ],
  });
});

it("finds the customer by e-mail address", async () => {
  gorgias()
    .get("/api/customers?email=jo%40example.com")
    .reply(200, page([customer]));
  knows([]);
  await expect(
    ask("customerTimeline", { email: "jo@example.com", kinds: ["tickets"] }),
  ).resolves.toMatchObject({ customer, entries: [] });
});

it.each([
  [{}, "customer_id: is missing: give this or email."],
  [
    { customer_id: 7, email: "jo@example.com" },
    "customer_id: is given, and so is email. Give one of the two.",
  ],
  [
    { customer_id: 7, from: "2026-03-02", to: "2026-03-01" },
    "to: the period ends before it begins.",
  ],
])("refuses %j before any request", async (given, message) => {
  await expect(ask("customerTimeline", given)).rejects.toThrow(message);
});
