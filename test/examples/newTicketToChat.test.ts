import { type Account, newTicket, openAccount } from "../triggers/flow";
import { deployed, type FarEnd, farEnd, type Instance, type Received } from "./instance";

let account: Account;
let chat: FarEnd;
let chatAnswers: number;
let platform: FarEnd;
let instance: Instance;

beforeEach(async () => {
  account = await openAccount();
  chatAnswers = 200;
  chat = await farEnd(() => [chatAnswers]);
  platform = await farEnd();
  instance = deployed(
    ["new-ticket-to-chat", "newTicketToChat"],
    {
      "Gorgias Connection": account.connection,
      "Chat Connection": { key: "chat", fields: { webhookUrl: `${chat.url}/hooks/s3cr3t` } },
    },
    platform.url,
  );
  await instance.deploy();
});

afterEach(() => Promise.all([account.close(), chat.close(), platform.close()]));

/** Somebody opens a ticket. */
async function open(subject = newTicket().subject): Promise<number> {
  const id = account.sandbox.change.createTicket({ ...newTicket(), subject });
  await account.sandbox.settled();
  return id;
}

/** Starts the flow with what Gorgias has sent to it. */
function receive({ headers, body }: Received): Promise<unknown[]> {
  const contentType = "application/json";
  return instance.run({
    headers,
    body: { data: JSON.parse(body), contentType },
    rawBody: { data: body, contentType },
  });
}

it("announces a new ticket in the chat, with its subject, its customer and a link", async () => {
  const id = await open();
  await expect(receive(sent())).resolves.toEqual([`Ticket ${id} is announced.`]);
  expect(chat.requests).toMatchObject([{ method: "POST", path: "/hooks/s3cr3t" }]);
  expect(JSON.parse(chat.requests[0]?.body ?? "")).toEqual({
    text: `New ticket from jo@example.com (email): Where is my order?\nhttps://acme.gorgias.com/app/ticket/${id}`,
  });
});

const sent = (): Received => {
  const [request] = platform.requests;
  if (!request) throw new Error("Gorgias has called nobody.");
  return request;
};

it("announces a ticket once when the same event comes again, and when it comes with another date", async () => {
  await open();
  const event = sent();
  const body = JSON.stringify({ ...JSON.parse(event.body), time: "2026-03-01T12:00:01Z" });
  await receive(event);
  await expect(receive(event)).resolves.toEqual([]);
  await expect(receive({ ...event, body })).resolves.toHaveLength(1);
  expect(chat.requests).toHaveLength(1);
});

it("calls nobody in the chat, whatever a customer writes into the subject", async () => {
  await open("<!channel> R&D");
  await receive(sent());
  expect(JSON.parse(chat.requests[0]?.body ?? "").text).toContain(": &lt;!channel&gt; R&amp;D\n");
});

it("remembers the newest 500 tickets that it has announced", async () => {
  const { state } = instance.kept;
  const earlier = Array.from({ length: 500 }, (_, index) => index + 1);
  state.instanceState = { ...state.instanceState, announced: earlier };
  const id = await open();
  await receive(sent());
  expect(instance.kept.state.instanceState).toMatchObject({
    announced: [...earlier.slice(1), id],
  });
});

it("reads the ticket itself where the trigger could not", async () => {
  const id = await open();
  account.sandbox.fault({ status: 403, count: 1, method: "GET", path: `/api/tickets/${id}` });
  await receive(sent());
  expect(chat.requests).toHaveLength(1);
});

it("says nothing about a ticket that is deleted by now", async () => {
  const id = await open();
  account.sandbox.change.deleteTicket(id);
  await expect(receive(sent())).resolves.toEqual([`Ticket ${id} is deleted by now.`]);
  expect(chat.requests).toEqual([]);
});

it("fails without a word about the chat's secret address, and announces the ticket when it runs again", async () => {
  await open();
  chatAnswers = 503;
  const failure = await receive(sent()).catch((error: Error) => error.message);
  expect(failure).toBe("The chat did not take the message: it answered 503.");
  chatAnswers = 200;
  const event = sent();
  const body = JSON.stringify({ ...JSON.parse(event.body), time: "2026-03-01T12:00:01Z" });
  await receive({ ...event, body });
  expect(chat.requests).toHaveLength(2);
});
