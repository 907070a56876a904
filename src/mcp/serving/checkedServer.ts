import {
  type Implementation,
  INVALID_PARAMS,
  type JSONRPCRequest,
  type Result,
  Server,
  type ServerContext,
  type ServerOptions,
} from "@modelcontextprotocol/server";
import { isObject, type JsonObject } from "../../client/json";
import { type Audit, Trail } from "../access/audit";
import { RpcError } from "../rpcError";
import { hasTooManyNames, MOST_NAMES } from "./limits";

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/**
 * Refuses a malformed call in a sentence, in place of a validator's report, and keeps an account of
 * each call, malformed ones included.
 */
export class CheckedServer extends Server {
  readonly #audit: Audit | undefined;
  readonly #trails = new Map<string | number, Trail>();

  /** @param audit hears of each call; undefined where nobody keeps an account of them */
  constructor(info: Implementation, options: ServerOptions, audit: Audit | undefined) {
    super(info, options);
    this.#audit = audit;
  }

  /** Notes what becomes of a call that is under way. */
  trailOf({ mcpReq }: ServerContext): Trail | undefined {
    return this.#trails.get(mcpReq.id);
  }

  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const wrapped = super._wrapHandler(method, handler);
    return method === "tools/call"
      ? (request, context) => this.#accounted(request, () => checked(wrapped)(request, context))
      : wrapped;
  }

  async #accounted(
    { id, params: { name } = {} }: JSONRPCRequest,
    call: () => Promise<Result>,
  ): Promise<Result> {
    if (!this.#audit) {
      return call();
    }
    const tool = typeof name === "string" ? name : "";
    const trail = new Trail(this.#audit, tool);
    this.#trails.set(id, trail);
    try {
      return await call();
    } catch (error) {
      trail.failed(error);
      throw error;
    } finally {
      this.#trails.delete(id);
      trail.end();
    }
  }
}

function checked(handler: Handler): Handler {
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
    const full = given && overfull(given);
    if (full !== undefined) {
      throw new RpcError(
        INVALID_PARAMS,
        `params.${full}: more than ${MOST_NAMES} arguments were given. Give only those that the tool has, by their names.`,
      );
    }
    return handler(request, context);
  };
}

/** Where there are more arguments than anybody reads: those of a call, or of the action that it runs. */
function overfull(given: JsonObject): string | undefined {
  if (hasTooManyNames(given)) {
    return "arguments";
  }
  const { arguments: inner } = given;
  return isObject(inner) && hasTooManyNames(inner) ? "arguments.arguments" : undefined;
}
