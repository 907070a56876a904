import { useNoTimeouts } from "../support/patience";
import { type Account, type Handed, openAccount, read } from "../triggers/flow";
import { deployed, type FarEnd, farEnd, type Instance } from "./instance";

const ORDERS: Record<string, object> = {
  "/orders/10042": {
    number: "10042",
    email: "Jo@example.com",
    status: "on its way",
    tracking_url: "https://parcels.example.com/10042",
  },
  "/orders/10043": {
    number: "10043",
    email: "jo@example.com",
    status: "packed",
    tracking_url: null,
  },
};

let account: Account;
let shop: FarEnd;
/** The order that the shop fails at. */
let failing: string | undefined;
let instance: Instance;

useNoTimeouts();

beforeEach(async () => {
  account = await openAccount();
  failing = undefined;
  shop = await farEnd(({ path }) => {
    const order = ORDERS[path];
    return order ? [path === failing ? 500 : 200, order] : [404];
  });
  instance = deployed(["order-status-reply", "orderStatusReply"], {
    "Gorgias Connection": account.connection,
    "Shop Connection": { key: "shop", fields: { address: shop.url, token: "a-token" } },
  });
  // The first run remembers where the account stands.
  await instance.run();
});

afterEach(() => Promise.all([account.close(), shop.close()]));

/** A customer writes an e-mail, which makes a ticket. */
function ask(body_text: string, email = "jo@example.com"): number {
  account.clock.now += 1_000;
  const source = {
    type: "email",
    from: { address: email },
    to: [{ address: "help@shop.example.com" }],
  };
  return account.sandbox.change.createTicket({
    via: "email",
    channel: "email",
    customer: { email },
    subject: "My order",
    messages: [
      { channel: "email", via: "email", from_agent: false, sender: { email }, source, body_text },
    ],
  } as Handed);
}

/** What the shop's people have written in a ticket, or somebody for them. */
async function repliesIn(id: number): Promise<string[]> {
  const { messages } = await read(account, `/tickets/${id}`);
  return messages.flatMap((one: Handed) => (one.from_agent ? [one.body_text] : []));
}

it("answers a customer who asks where an order is with what the shop knows", async () => {
  const id = ask("Hello, where is my order #10042?");
  await expect(instance.run()).resolves.toEqual([{ answered: [id] }]);
  await expect(repliesIn(id)).resolves.toEqual([
    "Thank you for your message. Your order 10042 is on its way. You can follow it here: https://parcels.example.com/10042",
  ]);
  expect(shop.requests).toMatchObject([{ headers: { authorization: "Bearer a-token" } }]);
});

it("leaves the link out where the shop has none", async () => {
  const id = ask("What is the status of order 10043?");
  await instance.run();
  await expect(repliesIn(id)).resolves.toEqual([
    "Thank you for your message. Your order 10043 is packed.",
  ]);
});

it.each([
  ["asks something else", "I want to send order 10042 back.", "jo@example.com"],
  ["names an order that is not theirs", "Where is order 10042?", "mo@example.com"],
  ["names an order that does not exist", "Where is order 99999?", "jo@example.com"],
])("leaves a customer who %s to the agents", async (_, text, email) => {
  const id = ask(text, email);
  await expect(instance.run()).resolves.toEqual([{ answered: [] }]);
  await expect(repliesIn(id)).resolves.toEqual([]);
});

it("answers nobody whom an agent has answered already", async () => {
  const id = ask("Where is order 10042?");
  account.clock.now += 1_000;
  account.sandbox.change.addMessage(id, {
    channel: "email",
    via: "helpdesk",
    from_agent: true,
    body_text: "I am looking into it.",
  });
  await instance.run();
  await expect(repliesIn(id)).resolves.toEqual(["I am looking into it."]);
});

it("answers beside a note, which the customer does not see", async () => {
  const id = ask("Where is order 10042?");
  account.clock.now += 1_000;
  account.sandbox.change.addMessage(id, {
    channel: "internal-note",
    via: "helpdesk",
    from_agent: true,
    body_text: "A friend of the house.",
  });
  await expect(instance.run()).resolves.toEqual([{ answered: [id] }]);
});

it("answers a question that comes after an answer to another one", async () => {
  const id = ask("Where is order 10042?");
  await instance.run();
  account.clock.now += 60_000;
  account.sandbox.change.addMessage(id, {
    channel: "email",
    via: "email",
    from_agent: false,
    body_text: "And where is order 10043?",
  });
  await expect(instance.run()).resolves.toEqual([{ answered: [id] }]);
  await expect(repliesIn(id)).resolves.toHaveLength(2);
});

it("answers a question once, also when it is asked twice in the ticket", async () => {
  const id = ask("Where is order 10042?");
  account.sandbox.change.addMessage(id, {
    channel: "email",
    via: "email",
    from_agent: false,
    body_text: "Hello? Where is order 10042?",
  });
  await expect(instance.run()).resolves.toEqual([{ answered: [id] }]);
  await expect(repliesIn(id)).resolves.toHaveLength(1);
});

it("names each ticket that got no answer because the shop failed, and answers the others", async () => {
  failing = "/orders/10042";
  const failed = ask("Where is order 10042?");
  const answered = ask("Where is order 10043?");
  await expect(instance.run()).rejects.toThrow(
    `Some customers got no answer.\nTicket ${failed}: The shop answered 500 for order 10042.`,
  );
  await expect(repliesIn(answered)).resolves.toHaveLength(1);
});

it("says that the shop cannot be reached", async () => {
  await shop.close();
  ask("Where is order 10042?");
  await expect(instance.run()).rejects.toThrow(
    "The shop cannot be reached. Check the Address of the Shop Connection.",
  );
});
