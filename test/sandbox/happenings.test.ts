import { type Account, openAccount } from "./account";

let account: Account;

beforeEach(async () => {
  account = await openAccount();
});

afterEach(() => account.sandbox.close());

const newest = async (kind: "tickets" | "customers" | "satisfaction-surveys") =>
  (await account.get(`/${kind}?limit=1&order_by=created_datetime:desc`)).body.data[0];

describe("what happens in the account", () => {
  it("happens to the ticket that is the newest, and is told in words", async () => {
    const { sandbox } = account;
    expect(sandbox.happen("ticket-created")).toMatch(
      /^Ticket #\d+ "Where is order #1000\?" was created\.$/,
    );
    const { id } = await newest("tickets");
    const ticket = `Ticket #${id} "Where is order #1000?"`;

    expect(sandbox.happen("status-changed")).toBe(`${ticket} was closed.`);
    expect(await newest("tickets")).toMatchObject({ id, status: "closed" });
    expect(sandbox.happen("customer-answered")).toBe(
      `${ticket} got an answer from its customer. It was closed, and is open again.`,
    );
    expect((await account.get(`/tickets/${id}`)).body).toMatchObject({
      status: "open",
      messages: [{}, { from_agent: false, sender: { email: "jo@example.com" } }],
    });

    const assigned = [sandbox.happen("ticket-assigned"), sandbox.happen("ticket-assigned")];
    const { assignee_user } = (await account.get(`/tickets/${id}`)).body;
    expect(assigned[1]).toBe(`${ticket} was assigned to ${assignee_user.name}.`);
    expect(assigned[0]).not.toBe(assigned[1]);

    expect(sandbox.happen("survey-answered")).toBe(`${ticket} got 5 of 5 stars from its customer.`);
    expect(await newest("satisfaction-surveys")).toMatchObject({ ticket_id: id, score: 5 });
  });

  it("happens to customers", async () => {
    const { sandbox } = account;
    expect(sandbox.happen("customer-created")).toMatch(/^Customer #\d+ "Jo Martin 1000" was/);
    const { id } = await newest("customers");
    expect(sandbox.happen("customer-changed")).toBe(
      `Customer #${id} "Jo Martin 1000" has a new note: "Asked about order #1001."`,
    );
    expect((await account.get(`/customers/${id}`)).body.note).toBe("Asked about order #1001.");
  });

  it("needs somebody to happen to", async () => {
    await account.sandbox.close();
    account = await openAccount({ tickets: 0 });
    expect(() => account.sandbox.happen("status-changed")).toThrow("There is no ticket left");
  });

  it("is listed with what each is called", () => {
    expect(account.sandbox.happenings).toHaveLength(7);
    expect(account.sandbox.happenings[0]).toEqual({
      key: "ticket-created",
      label: "A customer writes a new ticket",
      events: ["ticket-created", "ticket-message-created"],
    });
  });
});
