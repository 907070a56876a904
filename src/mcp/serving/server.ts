import {
  type CallToolResult,
  CLIENT_CAPABILITIES_META_KEY,
  type InputRequiredResult,
  type Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { version } from "../../../package.json";
import { isObject } from "../../client/json";
import { InputError } from "../../fields/inputError";
import type { Audit } from "../access/audit";
import { PCID } from "../access/pcid";
import type { Opened } from "../access/renewals";
import { carryOut } from "../calling/call";
import { confirmed } from "../calling/confirmation";
import { failedWith } from "../results";
import { INTERNAL, INVALID, RpcError } from "../rpcError";
import { listOf } from "../tools/listing";
import { type Call, type Given, isTool } from "../tools/tool";
import type { Toolset } from "../tools/toolset";
import type { Calls } from "./calls";
import { CheckedServer } from "./checkedServer";

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
    served.audit,
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
  server: CheckedServer,
): Promise<CallToolResult | InputRequiredResult> {
  const { toolset, connectionOf, calls, keyOf, canStream = true, log } = served;
  const { id, signal, _meta, notify } = context.mcpReq;
  const call = calls.begin(keyOf?.(id), signal);
  const trail = server.trailOf(context);
  try {
    const { tool, given } = callOf(toolset, name, whole);
    trail?.runs({ tool, given });
    const token = canStream ? _meta?.progressToken : undefined;
    const { pcid: found, open } = connectionOf(pcid);
    trail?.uses(found);
    return await carryOut(tool, given, {
      open,
      onFailure: (error) => trail?.failed(error),
      signal: call.signal,
      picturesAlone: !toolset.plan.alwaysStructured,
      async confirm(values) {
        const call = { tool, given, values, pcid: found };
        const instead = await confirmed(call, context, elicitationOf(server, context));
        if (instead) {
          trail?.isUnagreed(instead.how);
        }
        return instead?.result;
      },
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
    if (call.signal.aborted) {
      trail?.cancelled();
    }
    call.end();
  }
}

/** The revision from which on each request says what the client can do; before, `initialize` did. */
const FIRST_OF_ITS_OWN = "2026-07-28";

/** What the client says of how it can ask a person. */
function elicitationOf(server: Server, { mcpReq }: ServerContext): unknown {
  if ((server.getNegotiatedProtocolVersion() ?? "") < FIRST_OF_ITS_OWN) {
    return server.getClientCapabilities()?.elicitation;
  }
  const envelope: Partial<Record<string, unknown>> = mcpReq.envelope ?? {};
  const said = envelope[CLIENT_CAPABILITIES_META_KEY];
  return isObject(said) ? said.elicitation : undefined;
}

/** What a call runs. */
function callOf({ tools }: Toolset, name: string, given: Given): Call {
  const tool = tools.find((one) => one.name === name);
  if (!tool) {
    throw new RpcError(INVALID, `There is no tool ${JSON.stringify(name.slice(0, 100))} here.`);
  }
  return isTool(tool) ? { tool, given } : tool.standsFor(given);
}
