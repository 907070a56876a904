import type { Action } from "../../../src/actions/action";
import { GorgiasClient } from "../../../src/client";
import type { JsonObject } from "../../../src/client/json";
import { readInputs } from "../../../src/fields/readInputs";
import { operations } from "../../../src/mcp/tools/operations";
import { connection, newLog } from "../../support/steps";

/** Asks as the MCP server does: arguments go by the inputs' keys. */
export type Ask = (key: string, given: Record<string, unknown>) => Promise<JsonObject>;

/** Asks with the credentials of an account. */
export function asker(credentials: Record<string, string> = connection.fields): Ask {
  const fields = { domain: "acme", ...credentials };
  return async (key, given) => {
    const { logger } = newLog();
    const gorgias = new GorgiasClient({
      connection: { ...connection, fields },
      logger,
      debug: false,
    } as ConstructorParameters<typeof GorgiasClient>[0]);
    const action = operations[key] as Action;
    const host = { nameOf: (name: string) => name, mask: (text: string) => text };
    const values = await readInputs(action.inputs, given, host, action.check);
    return (await action.run(gorgias, values)).data as JsonObject;
  };
}
