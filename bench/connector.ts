import { join } from "node:path";
import type { AccountAccess, Reader } from "./reader";

/** The built bundle, as the platform loads it. */
export const BUNDLE = join(__dirname, "..", "dist", "index.js");

interface Action {
  perform(context: object, params: Record<string, unknown>): Promise<{ data: unknown }>;
}

/** A platform that doesn't keep the log. */
const context = {
  logger: Object.fromEntries(
    ["trace", "debug", "info", "log", "warn", "error", "metric"].map((level) => [level, () => {}]),
  ),
};

/** Loads the built connector, to read from an account on this machine with its actions. */
export function connectTo({ url, username, apiKey }: AccountAccess): Reader {
  process.env.GORGIAS_BASE_URL = url;
  const { default: component } = require(BUNDLE) as {
    default: { actions: { getTicket: Action; listTickets: Action } };
  };
  const { getTicket, listTickets } = component.actions;
  const connection = {
    key: "gorgias-api-key",
    configVarKey: "",
    fields: { domain: "bench", username, apiKey },
  };
  const shared = { connection, debugRequest: "false" };
  return {
    async getTicket(id) {
      return (await getTicket.perform(context, { ...shared, id })).data;
    },
    async fetchAllTickets() {
      const { data } = await listTickets.perform(context, { ...shared, fetchAll: "true" });
      return (data as { data: unknown[] }).data;
    },
  };
}
