import { type Sandbox, startSandbox } from "../../sandbox";
import { component, runOn } from "../support/forms";

type Json = Record<string, unknown>;

/** A ticket as Get Ticket answers it, as far as these tests look at it. */
interface Ticket {
  readonly id: number;
  readonly status: string;
  readonly customer: Json;
  readonly channel: string;
  readonly subject: string;
  readonly tags: readonly { readonly name: string }[];
  readonly messages: readonly Json[];
}

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 10, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
});

afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

async function run<T = Json>(key: string, inputs: Json): Promise<T> {
  return (await runOn(sandbox, key, inputs)) as T;
}

/** The same, where none of the inputs is one for JSON. */
function typed<T>(key: string, inputs: Json): Promise<T> {
  const isJson = (name: string) =>
    component.actions[key]?.inputs.some((one) => one.key === name && one.type === "code");
  expect(Object.keys(inputs).filter(isJson)).toEqual([]);
  return run(key, inputs);
}

const ticketOf = (id: number) => run<Ticket>("getTicket", { id: String(id) });

it("a builder's walk: a ticket is created, replied to, tagged and closed, and no JSON is typed", async () => {
  const { id } = await typed<Ticket>("createTicket", {
    customer: "robin@example.com",
    subject: "Where is my order?",
    messageText: "It should have come on Monday.",
    messageFrom: "Robin Reed <robin@example.com>",
    messageTo: ["Acme Support <support@example.com>"],
    priority: "high",
  });
  await typed("replyToTicket", {
    ticket_id: String(id),
    text: "It comes tomorrow.",
    cc: ["Depot <depot@example.com>"],
  });
  await typed("addTicketTags", { ticket_id: String(id), names: ["late parcel"] });
  await typed("closeTicket", { id: String(id) });

  const ticket = await ticketOf(id);
  expect(ticket).toMatchObject({
    status: "closed",
    priority: "high",
    channel: "email",
    subject: "Where is my order?",
    customer: { email: "robin@example.com" },
    tags: [{ name: "late parcel" }],
    messages: [
      {
        channel: "email",
        from_agent: false,
        subject: "Where is my order?",
        body_text: "It should have come on Monday.",
        sender: { email: "robin@example.com" },
        source: {
          type: "email",
          from: { name: "Robin Reed", address: "robin@example.com" },
          to: [{ name: "Acme Support", address: "support@example.com" }],
        },
      },
      {
        channel: "email",
        from_agent: true,
        body_text: "It comes tomorrow.",
        receiver: { id: ticket.customer.id },
        source: {
          type: "email",
          from: { name: "Acme Support", address: "support@example.com" },
          to: [{ name: "Robin Reed", address: "robin@example.com" }],
          cc: [{ name: "Depot", address: "depot@example.com" }],
        },
      },
    ],
  });
});

it("a ticket of the starred inputs alone is replied to once From says from which address", async () => {
  const { id } = await typed<Ticket>("createTicket", {
    customer: "robin@example.com",
    messageText: "Where is it?",
  });
  const reply = { ticket_id: String(id), text: "It comes tomorrow." };
  await expect(typed("replyToTicket", reply)).rejects.toThrow("Nothing was sent: fill in From.");
  const { source } = await typed<Json>("replyToTicket", { ...reply, from: "support@example.com" });
  expect(source).toEqual({
    type: "email",
    from: { address: "support@example.com" },
    to: [{ address: "robin@example.com" }],
  });
});

it("a ticket of which only the customer's ID is known is replied to with From and To", async () => {
  const { customer } = await typed<Ticket>("createTicket", {
    customer: "robin@example.com",
    messageText: "Hello",
  });
  const { id } = await typed<Ticket>("createTicket", {
    customer: String(customer.id),
    messageText: "Where is it?",
  });
  const reply = { ticket_id: String(id), text: "It comes tomorrow.", from: "support@example.com" };
  await expect(typed("replyToTicket", reply)).rejects.toThrow("fill in From and To");
  const sent = await typed<Json>("replyToTicket", { ...reply, to: "robin@example.com" });
  expect(sent).toMatchObject({ channel: "email", receiver: { id: customer.id } });
});

it("a file that Upload Files took goes into a ticket and a message as it came back", async () => {
  const files = await run<Json[]>("uploadFiles", {
    file: { data: "a,b", contentType: "text/csv" },
  });
  const { id } = await run<Ticket>("createTicket", {
    customer: "robin@example.com",
    messageAttachments: files,
  });
  const { messages } = await ticketOf(id);
  expect(messages).toMatchObject([{ body_text: null, attachments: files }]);
});

it("an agent begins a conversation: the message goes to the customer in the agent's name", async () => {
  const { data } = await run<{ data: { id: number; email: string }[] }>("listUsers", {
    limit: "1",
  });
  const { id } = await run<Ticket>("createTicket", {
    customer: "robin@example.com",
    messageHtml: "<p>Your parcel is here.</p>",
    from_agent: "true",
    messageSender: String(data[0]?.id),
  });
  const { messages, customer } = await ticketOf(id);
  expect(messages).toMatchObject([
    {
      from_agent: true,
      sender: { id: data[0]?.id },
      receiver: { id: customer.id },
      body_text: "Your parcel is here.",
    },
  ]);
});

it("a message goes to addresses that are typed, and its own source goes into the next one", async () => {
  const { id } = await run<Ticket>("createTicket", {
    customer: "robin@example.com",
    messageText: "Hello",
  });
  const first = await run<{ source: Json }>("createTicketMessage", {
    ticket_id: String(id),
    channel: "email",
    via: "api",
    from_agent: "true",
    body_text: "Hello Robin",
    from: "support@example.com",
    to: "Robin Reed <robin@example.com>",
    bcc: "archive@example.com",
  });
  expect(first.source).toEqual({
    type: "email",
    from: { address: "support@example.com" },
    to: [{ name: "Robin Reed", address: "robin@example.com" }],
    bcc: [{ address: "archive@example.com" }],
  });
  const { from, to } = first.source;
  const second = await run<{ source: Json }>("createTicketMessage", {
    ...{ ticket_id: String(id), channel: "email", from_agent: "true", body_text: "And more" },
    ...{ from, to, cc: first.source },
  });
  expect(second.source).toEqual({ type: "email", from, to });
});
