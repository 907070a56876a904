import { type Sandbox, startSandbox } from "../../sandbox";
import { run } from "../support/steps";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 40, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

type Json = Record<string, unknown>;

/** What an action answers on the account in the sandbox, which refuses what it doesn't know. */
async function answer(action: string, inputs: Json = {}): Promise<Json> {
  const { credentials } = sandbox;
  const fields = { domain: "acme", ...credentials };
  const connection = { key: "gorgias-api-key", configVarKey: "Gorgias", fields };
  return (await run(action, { ...inputs, connection })) as Json;
}

const itemsOf = (list: Json) => list.data as Json[];

/** As steps hand a value on, and as text. */
const FORMS = [
  ["as it is", (value: unknown) => value],
  ["as text", (value: unknown) => JSON.stringify(value)],
] as const;

describe.each(FORMS)("what Gorgias answered goes back %s", (_, form) => {
  const formed = (answered: Json): Json =>
    Object.fromEntries(
      Object.entries(answered).map(([key, value]) => [
        key,
        typeof value === "object" && value !== null ? form(value) : value,
      ]),
    );

  it("from Get Ticket into Create Ticket and Update Ticket", async () => {
    for (const { id } of itemsOf(await answer("listTickets", { limit: 8 }))) {
      const ticket = await answer("getTicket", { id });
      const { external_id: __, ...copied } = formed(ticket);
      const copy = await answer("createTicket", copied);
      expect(itemsOf({ data: copy.messages }).map(({ body_text }) => body_text)).toEqual(
        itemsOf({ data: ticket.messages }).map(({ body_text }) => body_text),
      );
      expect(copy).toMatchObject({ subject: ticket.subject, tags: ticket.tags });
      const updated = await answer("updateTicket", formed(ticket));
      expect(updated).toMatchObject({ id, tags: ticket.tags, status: ticket.status });
    }
  });

  it("from List Messages, as a whole, into Create Ticket, and one into Create Ticket Message", async () => {
    const messages = await answer("listMessages", { limit: 5 });
    const bodies = itemsOf(messages).map(({ body_text }) => body_text);
    for (const given of [messages, itemsOf(messages)]) {
      const { messages: written } = await answer("createTicket", { messages: form(given) });
      expect(
        itemsOf({ data: written })
          .map(({ body_text }) => body_text)
          .sort(),
      ).toEqual(bodies.toSorted());
    }
    for (const message of itemsOf(messages)) {
      const written = await answer("createTicketMessage", formed(message));
      expect(written).toMatchObject({ body_text: message.body_text, source: message.source });
    }
  });

  it("from Get Customer into Create Customer and Update Customer", async () => {
    for (const { id } of itemsOf(await answer("listCustomers", { limit: 5 }))) {
      const customer = await answer("getCustomer", { id });
      const updated = await answer("updateCustomer", formed(customer));
      expect(updated).toMatchObject({ id, name: customer.name, note: customer.note });
      const { email: __, channels: ___, external_id: ____, ...copied } = formed(customer);
      expect(await answer("createCustomer", copied)).toMatchObject({ name: customer.name });
    }
  });

  it("from List Custom Fields into Update Custom Fields, Create and Update Custom Field", async () => {
    for (const object_type of ["Ticket", "Customer"]) {
      const fields = await answer("listCustomFields", { object_type });
      for (const given of [fields, itemsOf(fields)]) {
        const { data } = await answer("updateCustomFields", { fields: form(given) });
        const ids = itemsOf({ data }).map(({ id }) => id);
        expect(ids).toEqual(itemsOf(fields).map(({ id }) => id));
      }
      for (const field of itemsOf(fields)) {
        expect(await answer("updateCustomField", formed(field))).toMatchObject({ id: field.id });
        const copy = await answer("createCustomField", formed(field));
        expect(copy).toMatchObject({ label: field.label, required: field.required });
      }
    }
  });

  it("from a list of values into all of them", async () => {
    for (const { id } of itemsOf(await answer("listTickets", { limit: 8 }))) {
      const values = await answer("listTicketCustomFields", { ticket_id: id });
      if (itemsOf(values).length > 0) {
        const given = { ticket_id: id, custom_fields: form(values) };
        expect(await answer("updateTicketCustomFields", given)).toMatchObject({
          data: itemsOf(values).map(({ value }) => ({ value })),
        });
      }
    }
  });
});
