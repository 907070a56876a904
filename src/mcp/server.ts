import {
  type CallToolResult,
  INVALID_PARAMS,
  type InputRequiredResult,
  type JSONRPCRequest,
  type Result,
  Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { version } from "../../package.json";
import { isObject } from "../client/json";
import { InputError } from "../fields/inputError";
import { type Entry, Trail } from "./audit";
import { carryOut } from "./call";
import type { Calls } from "./calls";
import { confirmed } from "./confirmation";
import { listOf } from "./listing";
import { PCID } from "./pcid";
import type { Opened } from "./renewals";
import { failedWith } from "./results";
import { INTERNAL, INVALID, RpcError } from "./rpcError";
import { type Call, type Given, isTool } from "./tool";
import type { Toolset } from "./toolset";

/** A Gorgias connection that a call may use. */
export interface Reachable {
  readonly pcid?: string | undefined;
  /** @throws GorgiasConnectionError when it cannot be used */
  readonly open: () => Promise<Opened>;
}

/** What a server serves, and to whom. */
export interface Served {
  readonly toolset: Toolset;
  /**
   * The Gorgias connection of a call.
   *
   * @param pcid the argument that names it, undefined when there was none
   * @throws RpcError when the call may not use it
   */
  readonly connectionOf: (pcid: unknown) => Reachable;
  /** The calls under way. */
  readonly calls: Calls;
  /** What {@link Calls.cancel} knows a request by; undefined where no other request cancels it. */
  readonly keyOf?: ((requestId: string | number) => string) | undefined;
  /** Whether progress can be told before the answer. @defaultValue true */
  readonly canStream?: boolean;
  /** Hears what the people who run the server should know. */
  readonly log: (line: string) => void;
  /** Hears of each call; undefined where nobody keeps an account of them. */
  readonly audit?: Audit | undefined;
}

/** Who calls, and who keeps an account of that. */
export interface Audit {
  /** The name of the token that the calls come with. */
  readonly token: string;
  readonly log: (entry: Entry) => void;
}

/** How long a person may take to answer, in milliseconds, where the client waits for it. */
const LONGEST_QUESTION_MS = 300_000;

/** A server for one conversation, or for one request of it. */
export function newServer(served: Served): Server {
  const { path, title, instructions, tools } = served.toolset;
  const server = new CheckedServer(
    { name: path.slice(1), title, version },
    {
      capabilities: { tools: {} },
      instructions,
      inputRequired: { roundTimeoutMs: LONGEST_QUESTION_MS },
    },
  );
  server.setRequestHandler("tools/list", () => ({ tools: [...listOf(tools)] }));
  server.setRequestHandler("tools/call", ({ params }, context) =>
    answer(served, params.name, params.arguments ?? {}, context, server),
  );
  return server;
}

async function answer(
  served: Served,
  name: string,
  { [PCID]: pcid, ...whole }: Given,
  context: ServerContext,
  server: Server,
): Promise<CallToolResult | InputRequiredResult> {
  const { toolset, connectionOf, calls, keyOf, canStream = true, log, audit } = served;
  const { id, signal, _meta, notify } = context.mcpReq;
  const call = calls.begin(keyOf?.(id), signal);
  const trail = audit && new Trail(audit.log, audit.token, name, whole);
  try {
    const { tool, given } = callOf(toolset, name, whole);
    const token = canStream ? _meta?.progressToken : undefined;
    const { pcid: found, open } = connectionOf(pcid);
    trail?.uses(found);
    return await carryOut(tool, given, {
      open,
      onFailure: (error) => trail?.failed(error),
      signal: call.signal,
      confirm: () =>
        confirmed({ tool, given, pcid: found }, context, server.getClientCapabilities()),
      onProgress:
        token === undefined
          ? undefined
          : (items) => {
              const params = {
                progressToken: token,
                progress: items,
                message: `${items} items read`,
              };
              notify({ method: "notifications/progress", params }).catch(() => undefined);
            },
    });
  } catch (error) {
    trail?.failed(error);
    if (error instanceof RpcError) {
      throw error;
    }
    if (error instanceof InputError) {
      return failedWith(error.message);
    }
    log(
      `${name.slice(0, 100)} failed unexpectedly: ${error instanceof Error ? error.name : "unknown"}`,
    );
    throw new RpcError(INTERNAL, "The server failed unexpectedly.");
  } finally {
    trail?.end(call.signal.aborted);
    call.end();
  }
}

/** What a call runs. */
function callOf({ tools }: Toolset, name: string, given: Given): Call {
  const tool = tools.find((one) => one.name === name);
  if (!tool) {
    throw new RpcError(INVALID, `There is no tool ${JSON.stringify(name.slice(0, 100))} here.`);
  }
  return isTool(tool) ? { tool, given } : tool.standsFor(given);
}

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/** Refuses a malformed call in a sentence, in place of a validator's report. */
class CheckedServer extends Server {
  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const wrapped = super._wrapHandler(method, handler);
    if (method !== "tools/call") {
      return wrapped;
    }
    return async (request, context) => {
      const { name, arguments: given } = request.params ?? {};
      if (typeof name !== "string") {
        throw new RpcError(INVALID_PARAMS, "params.name is missing: name the tool as a text.");
      }
      if (given !== undefined && !isObject(given)) {
        const came = given === null ? "null" : Array.isArray(given) ? "a list" : typeof given;
        throw new RpcError(
          INVALID_PARAMS,
          `params.arguments: expected an object with the tool's arguments by name, got ${came}.`,
        );
      }
      return wrapped(request, context);
    };
  }
}
