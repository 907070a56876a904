import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import type { ActionLogger, Connection } from "@prismatic-io/spectral";
import { version } from "../../package.json";
import { GorgiasClient } from "../client";
import { accountOf } from "../client/authorization";
import { explainUnexpected } from "../client/errors";
import { maskOf } from "../client/secrets";
import { readArguments } from "./arguments";
import { listed } from "./listing";
import { failedWith, fieldsIn, itemsUnlessAsked, resultOf } from "./results";
import type { Given, Tool } from "./tool";

/** What a server serves. */
export interface Served {
  readonly tools: readonly Tool[];
  /**
   * The Gorgias connection of a call.
   *
   * @param pcid the argument that names it, undefined when there was none
   * @throws RpcError when the call may not use it
   */
  readonly connectionOf: (pcid: unknown) => Connection;
  /** Hears what the people who run the server should know. */
  readonly log: (line: string) => void;
}

/** A call that is refused as a whole, with a code of JSON-RPC. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The JSON-RPC code for a call that is refused as a whole (docs/gorgias-api.md, "MCP servers of this
 * kind").
 */
export const INVALID = -32_000;

/** The JSON-RPC code for a failure of the server itself. */
export const INTERNAL = -32_603;

/** The argument that names the Gorgias connection. It is not a parameter of any tool. */
const PCID = "PCID";

const INSTRUCTIONS =
  "Customers of a Gorgias helpdesk, their custom fields, files, events and statistics. Find people with gorgias_customers_search, then work on them by id. What is deleted or merged cannot be brought back.";

/** Shared, because making one takes longer than a call. */
const jsonSchemaValidator = new AjvJsonSchemaValidator();

/** A server for one conversation; the transport is for the caller to connect. */
export function newServer({ tools, connectionOf, log }: Served): Server {
  const server = new Server(
    { name: "gorgias-customers", title: "Gorgias customers", version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(listed) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const tool = tools.find(({ name }) => name === params.name);
      if (!tool) {
        throw new RpcError(INVALID, `There is no tool ${JSON.stringify(params.name)} here.`);
      }
      const { [PCID]: pcid, ...given } = params.arguments ?? {};
      return await call(tool, given, connectionOf(pcid));
    } catch (error) {
      if (error instanceof RpcError) {
        throw error;
      }
      log(`${params.name} failed unexpectedly: ${error instanceof Error ? error.name : "unknown"}`);
      throw new RpcError(INTERNAL, "The server failed unexpectedly.");
    }
  });
  return server;
}

/** Carries a call out. Whatever Gorgias or an input refuses becomes an error for the model. */
async function call(tool: Tool, given: Given, connection: Connection): Promise<CallToolResult> {
  try {
    const gorgias = new GorgiasClient({ connection, logger: QUIET, debug: false });
    const { action, name, parameters } = tool;
    const mask = maskOf(accountOf(connection).secrets);
    const { fields: named, ...others } = given;
    const fields = await fieldsIn(named, mask);
    const values = await readArguments(tool, others, mask);
    const limit = values.limit ?? itemsUnlessAsked(action, values);
    const result = await action.run(gorgias, limit === undefined ? values : { ...values, limit });
    return resultOf(result, {
      tool: name,
      takes: [...parameters.map((one) => one.name), "fields"],
      fields,
      readOnly: action.effect.readOnly,
      isWhole: values.fetchAll === true,
      uri: resourceOf(tool, others),
    });
  } catch (error) {
    return failedWith(explainUnexpected(error).message);
  }
}

/** Names a file that a call answers. */
function resourceOf({ name }: Tool, given: Given): string {
  const parts = Object.values(given).filter((one) => typeof one === "string");
  return `gorgias://${[name, ...parts].map(encodeURIComponent).join("/")}`;
}

const nothing = () => undefined;

/** Debug logs are for the integration platform. */
const QUIET: ActionLogger = {
  metric: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  log: nothing,
  warn: nothing,
  error: nothing,
};
