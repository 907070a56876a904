import { createHarness } from "@prismatic-io/spectral/dist/testing";
import { type Sandbox, startSandbox } from "../../sandbox";
import { builtComponent } from "../support/bundle";
import { newLog } from "../support/steps";

const harness = createHarness(builtComponent());

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 50, rateLimit: false });
  process.env.GORGIAS_BASE_URL = sandbox.url;
});
afterAll(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

// biome-ignore lint/suspicious/noExplicitAny: what the sandbox answers is read as a flow reads it
type Answered = any;

async function run(key: string, inputs: object): Promise<Answered> {
  const fields = { domain: "acme", ...sandbox.credentials };
  const connection = { key: "gorgias-api-key", configVarKey: "Gorgias", fields };
  const log = newLog();
  const result = await harness.action(key, { connection, ...inputs }, { logger: log.logger });
  return (result as { data: unknown }).data;
}

/** A ticket with a reason (8801), an order's number (8802) and an intent that is managed (8805). */
async function ticketWithValues(): Promise<number> {
  const { data } = await run("listTickets", { limit: 50 });
  return data.find((one: Answered) => "8805" in one.custom_fields).id;
}

async function valuesOf(ticket_id: number): Promise<Record<string, unknown>> {
  const { data } = await run("listTicketCustomFields", { ticket_id });
  return Object.fromEntries(data.map(({ field, value }: Answered) => [field.id, value]));
}

it("values that nobody names stay, and typed ones become what their fields take", async () => {
  const ticket_id = await ticketWithValues();
  const before = await valuesOf(ticket_id);
  const rows = [
    { key: "8803", value: "42" },
    { key: "8804", value: "yes" },
    { key: "8801", value: " order::change" },
  ];
  await run("updateTicketCustomFields", { ticket_id, customFieldValues: rows });
  const changed = { ...before, 8801: "Order::Change", 8803: 42, 8804: true };
  expect(await valuesOf(ticket_id)).toEqual(changed);

  await run("updateTicketCustomFields", { ticket_id, custom_fields: { 8802: null, 8803: "" } });
  const { 8802: _, 8803: __, ...fewer } = changed as Record<string, unknown>;
  expect(await valuesOf(ticket_id)).toEqual(fewer);

  await run("updateTicketCustomField", { ticket_id, id: 8802, value: 10234 });
  expect(await valuesOf(ticket_id)).toEqual({ ...fewer, 8802: "10234" });
});

it("Replace All keeps what Gorgias fills in itself, and nothing else", async () => {
  const ticket_id = await ticketWithValues();
  const { 8805: intent } = await valuesOf(ticket_id);
  await run("updateTicketCustomFields", {
    ticket_id,
    custom_fields: [{ id: 8803, value: "7" }],
    replaceAll: true,
  });
  expect(await valuesOf(ticket_id)).toEqual({ 8803: 7, 8805: intent });
});

it("the values of a customer can all be taken away", async () => {
  const { id: customer_id } = await run("createCustomer", { custom_fields: { 8811: "gold" } });
  await run("updateCustomerCustomFieldValues", { customer_id, custom_fields: { 8812: "3" } });
  const values = { 8811: null, 8812: null };
  await expect(
    run("updateCustomerCustomFieldValues", { customer_id, custom_fields: values }),
  ).resolves.toEqual({ data: [] });
});

it("a value that no field has is refused, and nothing changes", async () => {
  const ticket_id = await ticketWithValues();
  const before = await valuesOf(ticket_id);
  await expect(
    run("updateTicketCustomFields", { ticket_id, custom_fields: { 8803: "5001", 9999: "x" } }),
  ).rejects.toThrow(
    /^Custom Fields\[0\]\.value: expected a number from 0 to 5000 for Refund amount, got "5001"\.\nCustom Fields\[1\]\.id: there is no custom field 9999 of tickets\. There are: .*8801 Contact reason/,
  );
  expect(await valuesOf(ticket_id)).toEqual(before);
});
