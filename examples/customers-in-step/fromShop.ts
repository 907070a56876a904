import { flow } from "@prismatic-io/spectral";
import { type GorgiasCustomer, news, readCustomer } from "./shop";

/**
 * A webhook of the shop starts this flow with the id of a customer who is new or has changed.
 * The rest is read from the shop, so that neither a forged nor a late webhook does harm.
 */
export const customersFromShop = flow({
  name: "Customers from the shop",
  stableKey: "customers-from-shop",
  description: "Writes a customer of the shop into Gorgias.",
  onExecution: async ({ components: { gorgias }, configVars }, { onTrigger }) => {
    const connection = configVars["Gorgias Connection"];
    const id = customerIn(onTrigger.results.body.data);
    const customer = await readCustomer(configVars["Shop Connection"], id);
    if (customer === undefined) {
      return { data: `The shop has no customer ${id}.` };
    }
    const { data: page } = await gorgias.listCustomers<{ data: { data: GorgiasCustomer[] } }>({
      connection,
      external_id: id,
    });
    let known = page.data.find(({ external_id }) => external_id === id);
    if (known === undefined) {
      ({ data: known } = await gorgias.findOrCreateCustomer<{ data: GorgiasCustomer }>({
        connection,
        ...news(customer, { email: null, name: null }),
        external_id: id,
      }));
    }
    const changes = {
      ...news(customer, known),
      ...(known.external_id !== id && { external_id: id }),
    };
    if (Object.keys(changes).length === 0) {
      return { data: `Customer ${id} is in step.` };
    }
    await gorgias.updateCustomer({ connection, id: String(known.id), ...changes });
    return { data: `Customer ${id} is updated in Gorgias.` };
  },
});

function customerIn(body: unknown): string {
  const sent: unknown = typeof body === "string" ? JSON.parse(body) : body;
  const id = typeof sent === "object" && sent !== null && "id" in sent ? sent.id : undefined;
  if (typeof id !== "string" && typeof id !== "number") {
    throw new Error('The shop sent no customer: its webhook has to hold { "id": … }.');
  }
  return String(id);
}
