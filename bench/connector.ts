import { join } from "node:path";

/** The built bundle, as the platform loads it. */
export const BUNDLE = join(__dirname, "..", "dist", "index.js");

interface Action {
  perform(context: object, params: Record<string, unknown>): Promise<{ data: unknown }>;
}

/** The actions of the built connector that are measured. */
export interface Connector {
  getTicket(id: number): Promise<unknown>;
  /** List Tickets with Fetch All. */
  fetchAllTickets(): Promise<unknown[]>;
}

/** The account that the connector works on. */
export interface Credentials {
  readonly username: string;
  readonly apiKey: string;
}

/** A platform that doesn't keep the log. */
const context = {
  logger: Object.fromEntries(
    ["trace", "debug", "info", "log", "warn", "error", "metric"].map((level) => [level, () => {}]),
  ),
};

/**
 * Loads the built connector.
 *
 * @param url the origin of an account on this machine
 */
export function connectTo(url: string, { username, apiKey }: Credentials): Connector {
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
