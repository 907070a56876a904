import { GorgiasClient } from "../../src/client";
import { readArguments } from "../../src/mcp/arguments";
import { connection, newLog } from "../support/steps";
import { gorgias, useWire } from "../support/wire";
import { customersTools as tools } from "./clients";

useWire();

const merge = tools.find(({ name }) => name === "gorgias_customers_merge_customers");

/** Does what a call of the tool does. */
async function call(given: Record<string, unknown>): Promise<unknown> {
  const client = new GorgiasClient({ connection, logger: newLog().logger, debug: false });
  const values = merge && (await readArguments(merge, given, (text) => text));
  return merge?.action.run(client, values ?? {});
}

it("a merge sends every argument that is listed, also those that the form has no input for", async () => {
  const body = {
    active: true,
    channels: [{ type: "phone", address: "+33" }],
    created_datetime: "2026-01-01T00:00:00Z",
    custom_fields: { "51": "Blue" },
    customer: { a: 1 },
    data: { b: 2 },
    ecommerce_data: { c: 3 },
    email: "jo@example.com",
    external_id: "C-1",
    firstname: "Jo",
    id: 9,
    integrations: { d: 4 },
    language: "fr",
    lastname: "Martin",
    meta: { tier: "gold" },
    name: "Jo",
    note: "Kind.",
    timezone: "Europe/Paris",
    updated_datetime: "2026-01-02T00:00:00Z",
  };
  expect(Object.keys(body)).toEqual(merge?.parameters.slice(2).map(({ name }) => name));
  gorgias().put("/api/customers/merge?source_id=1&target_id=2", body).reply(202, { id: 2 });
  await expect(call({ source_id: 1, target_id: 2, ...body })).resolves.toEqual({
    data: { id: 2 },
  });
});

it("a merge that overrides nothing sends the two ids alone", async () => {
  gorgias().put("/api/customers/merge?source_id=1&target_id=2", {}).reply(202, { id: 2 });
  await call({ source_id: 1, target_id: 2 });
});

it("what the form has no input for is read as strictly as the rest", async () => {
  await expect(call({ source_id: 1, target_id: 2, active: "maybe", meta: 7 })).rejects.toThrow(
    /^meta: expected an object, got 7\.\nactive: expected true or false, got "maybe"\.$/,
  );
});
