import { type Sandbox, startSandbox } from "../../../sandbox";
import type { JsonObject } from "../../../src/client/json";
import { type Ask, asker } from "./asking";

/** As lists of the sandbox have a ticket. */
interface Listed {
  readonly id: number;
  readonly channel: string;
  readonly customer: { readonly id: number };
  readonly messages_count: number;
  readonly closed_datetime: string | null;
}

let sandbox: Sandbox;
let ask: Ask;
let tickets: readonly Listed[];

beforeAll(async () => {
  const now = () => Date.parse("2026-06-01T12:00:00Z");
  sandbox = await startSandbox({ tickets: 90, rateLimit: false, now });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  ask = asker({ ...sandbox.credentials });
  tickets = (await ask("listTickets", { limit: 100 })).data as Listed[];
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

it("a customer's timeline has all that there is of their tickets", async () => {
  const of = (one: Listed) => tickets.filter(({ customer }) => customer.id === one.customer.id);
  const [most] = tickets.toSorted((one, other) => of(other).length - of(one).length);
  const theirs = most ? of(most) : [];
  const given = { customer_id: most?.customer.id, limit: 200 };
  const timeline = await ask("customerTimeline", given);
  const entries = timeline.entries as JsonObject[];
  const count = (kind: string) => entries.filter((one) => one.kind === kind).length;
  expect(theirs.length).toBeGreaterThan(1);
  expect(count("ticket")).toBe(theirs.length);
  expect(count("message")).toBe(theirs.reduce((sum, one) => sum + one.messages_count, 0));
  // Beside those of tickets, the customer was created.
  expect(count("event")).toBe(theirs.filter((one) => one.closed_datetime).length + 1);
  expect(entries.map(({ at }) => at)).toEqual(
    entries
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  expect(timeline).not.toHaveProperty("left_out");
});

it("a timeline goes on where a call ended, and nothing comes twice", async () => {
  const [first] = tickets;
  const whole = await ask("customerTimeline", { customer_id: first?.customer.id, limit: 200 });
  const read: unknown[] = [];
  let to: string | undefined;
  do {
    const part = await ask("customerTimeline", { customer_id: first?.customer.id, limit: 2, to });
    read.push(...(part.entries as unknown[]));
    to = /call again with to (\S+Z)\./.exec(String(part.left_out ?? ""))?.[1];
  } while (to);
  expect(read).toEqual(whole.entries);
});

it("counts by channel are those of the tickets", async () => {
  const { total, rows } = await ask("countTickets", {
    from: "2025-09-01",
    to: "2026-05-31",
    by: "channel",
  });
  const counted = rows as { channel: string; tickets: number }[];
  const listed = (await ask("listTickets", { limit: 100 })).data as (Listed & {
    created_datetime: string;
  })[];
  const within = listed.filter(
    ({ created_datetime: at }) => at >= "2025-09-01" && at < "2026-06-01",
  );
  expect(total).toBe(within.length);
  for (const { channel, tickets: count } of counted) {
    expect(count).toBe(within.filter((one) => one.channel === channel).length);
  }
});

it("a ticket's thread has its messages and the labels of its fields", async () => {
  const long = tickets.find((one) => one.messages_count === 3);
  const { messages, ticket } = await ask("ticketThread", { id: long?.id });
  expect(messages).toHaveLength(3);
  expect(messages).toMatchObject([{ by: "customer" }, { by: "agent" }, { by: "customer" }]);
  expect(ticket).toMatchObject({ id: long?.id, customer: { id: long?.customer.id } });
});
