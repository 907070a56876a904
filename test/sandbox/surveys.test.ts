import { type Account, openAccount, ticketFrom } from "./account";

let account: Account;
let ticket: { id: number; customer: { id: number } };
beforeEach(async () => {
  account = await openAccount({ tickets: 1 });
  ticket = await newTicket();
});
afterEach(() => account.sandbox.close());

const path = "/satisfaction-surveys";

async function newTicket() {
  return (await account.post("/tickets", ticketFrom("jo@example.com"))).body;
}

const surveyOf = async (id: number) =>
  (await account.get(`/tickets/${id}`)).body.satisfaction_survey;

describe("satisfaction surveys", () => {
  it("are one for each ticket", async () => {
    const ids = { ticket_id: ticket.id, customer_id: ticket.customer.id };
    expect((await account.post(path, ids)).status).toBe(201);
    const again = await account.post(path, ids);
    expect([again.status, again.body.error.data]).toEqual([
      409,
      { ticket_id: ["Already in use."] },
    ]);
  });

  it("are replaced as a whole: what an update leaves out is gone", async () => {
    const ids = { ticket_id: ticket.id, customer_id: ticket.customer.id };
    const moment = "2026-02-01T00:00:00Z";
    const made = (
      await account.post(path, {
        ...ids,
        score: 4,
        body_text: "Fine",
        meta: { a: 1 },
        scored_datetime: moment,
        sent_datetime: moment,
        should_send_datetime: moment,
      })
    ).body;
    const { status, body } = await account.put(`${path}/${made.id}`, { ...ids, score: 5 });
    expect([status, body]).toEqual([
      200,
      {
        ...made,
        score: 5,
        body_text: null,
        meta: null,
        scored_datetime: null,
        sent_datetime: null,
        should_send_datetime: null,
      },
    ]);
    expect(await surveyOf(ticket.id)).toEqual(body);
  });

  it("move to another ticket, unless that has one already", async () => {
    const other = await newTicket();
    const ids = { ticket_id: ticket.id, customer_id: ticket.customer.id };
    const { id } = (await account.post(path, ids)).body;
    const moved = await account.put(`${path}/${id}`, { ...ids, ticket_id: other.id });
    expect(moved.status).toBe(200);
    expect([await surveyOf(ticket.id), await surveyOf(other.id)]).toEqual([null, moved.body]);
    await account.post(path, ids);
    expect((await account.put(`${path}/${id}`, ids)).status).toBe(409);
    expect(await surveyOf(other.id)).toEqual(moved.body);
  });

  it.each([
    ["no ticket", { customer_id: 1 }, ["ticket_id"]],
    ["no customer", { ticket_id: 1 }, ["customer_id"]],
    ["neither", {}, ["customer_id", "ticket_id"]],
  ])("name %s as missing in an update", async (_what, body, blamed) => {
    const ids = { ticket_id: ticket.id, customer_id: ticket.customer.id };
    const { id } = (await account.post(path, ids)).body;
    const answer = await account.put(`${path}/${id}`, body);
    expect([answer.status, Object.keys(answer.body.error.data)]).toEqual([400, blamed]);
  });

  it.each([
    ["a ticket that is not there", { ticket_id: 1 }, ["ticket_id"]],
    ["a customer who is not there", { customer_id: 1 }, ["customer_id"]],
    ["a score that is too high", { score: 6 }, ["score"]],
    ["a text that is too long", { body_text: "x".repeat(1001) }, ["body_text"]],
    ["an unknown field", { colour: "red" }, ["colour"]],
  ])("refuse %s", async (_what, more, blamed) => {
    const ids = { ticket_id: ticket.id, customer_id: ticket.customer.id };
    const answer = await account.post(path, { ...ids, ...more });
    expect([answer.status, Object.keys(answer.body.error.data)]).toEqual([400, blamed]);
  });
});
