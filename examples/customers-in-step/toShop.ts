import { flow } from "@prismatic-io/spectral";
import { type GorgiasCustomer, news, readCustomer, writeCustomer } from "./shop";

/** What agents change about a customer of the shop goes there within minutes. */
export const customersToShop = flow({
  name: "Customers to the shop",
  stableKey: "customers-to-shop",
  description: "Writes what has changed in Gorgias about customers of the shop into the shop.",
  schedule: { value: "*/5 * * * *" },
  onTrigger: {
    component: "gorgias",
    key: "pollChangesTrigger",
    values: {
      connection: { configVar: "Gorgias Connection" },
      resourceType: { value: "customers" },
    },
  },
  onExecution: async ({ configVars }, { onTrigger }) => {
    const { created, updated } = onTrigger.results.body.data as {
      created: GorgiasCustomer[];
      updated: GorgiasCustomer[];
    };
    const written: string[] = [];
    const failures: string[] = [];
    for (const changed of [...created, ...updated]) {
      try {
        const id = await write(changed);
        if (id !== undefined) written.push(id);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }
    if (failures.length > 0) {
      throw new Error(`Some customers could not be written.\n${failures.join("\n")}`);
    }
    return { data: { written } };

    async function write(changed: GorgiasCustomer): Promise<string | undefined> {
      const shop = configVars["Shop Connection"];
      const id = changed.external_id;
      const customer = id === null ? undefined : await readCustomer(shop, id);
      if (customer === undefined) return undefined;
      const changes = news(changed, customer);
      if (Object.keys(changes).length === 0) return undefined;
      await writeCustomer(shop, { ...customer, ...changes });
      return customer.id;
    }
  },
});
