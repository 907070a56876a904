import {
  createMcpHandler,
  INVALID_REQUEST,
  isLegacyRequest,
  type McpServerFactory,
  PARSE_ERROR,
  readRequestBody,
} from "@modelcontextprotocol/server";
import type { Access } from "./access";
import { Calls } from "./calls";
import { faultOf, SESSION, serveLegacy } from "./legacy";
import { LARGEST_BODY, TOO_LARGE } from "./limits";
import { problem } from "./problem";
import { INVALID } from "./rpcError";
import { newServer, type Served } from "./server";
import type { Toolset } from "./toolset";

/** Carries out the requests of both generations of the protocol, and knows which are under way. */
export class Exchange {
  readonly #calls = new Calls();
  /** What is served to the requests of the current revision. */
  readonly #served = new WeakMap<Request, Served>();
  readonly #current = createMcpHandler(({ requestInfo }) => this.#serverFor(requestInfo), {
    legacy: "reject",
  });
  readonly #log: (line: string) => void;
  #isEnding = false;

  /** @param log hears what the people who run the server should know */
  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /**
   * Answers a request.
   *
   * @param access what whoever sent it may do
   */
  async answer(request: Request, toolset: Toolset, access: Access): Promise<Response> {
    if (this.#isEnding) {
      const headers = { "retry-after": "5", connection: "close" };
      return problem(503, INVALID, "The server is ending. Try again in a moment.", headers);
    }
    const read = await readRequestBody(request, LARGEST_BODY);
    if (read.tooLarge) {
      return problem(413, INVALID, `The body ${TOO_LARGE}`);
    }
    const body = jsonIn(read.text);
    if (body === undefined) {
      return problem(400, PARSE_ERROR, "The body is not valid JSON.");
    }
    const fault = faultOf(body);
    if (fault !== undefined) {
      return problem(400, INVALID_REQUEST, fault);
    }
    const { connectionOf } = access;
    const served = { toolset, connectionOf, calls: this.#calls, log: this.#log };
    if (!(await isLegacyRequest(request, body))) {
      this.#served.set(request, served);
      return this.#current.fetch(request, { parsedBody: body });
    }
    const session = request.headers.get(SESSION);
    const keyOf = (requestId: string | number) => JSON.stringify([access.id, session, requestId]);
    const factory: McpServerFactory = () =>
      newServer(session === null ? served : { ...served, keyOf });
    return serveLegacy(request, body, factory, (requestId) => this.#calls.cancel(keyOf(requestId)));
  }

  /** Takes no more requests, and resolves when those under way are answered. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#calls.idle();
    await this.#current.close();
  }

  #serverFor(request: Request | undefined) {
    const served = request && this.#served.get(request);
    if (!served) {
      throw new Error("A request came that nobody put on the list.");
    }
    return newServer(served);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
