import {
  createMcpHandler,
  INVALID_REQUEST,
  isLegacyRequest,
  type McpServerFactory,
  PARSE_ERROR,
  readRequestBody,
} from "@modelcontextprotocol/server";
import { isObject } from "../../client/json";
import type { Access } from "../access/access";
import type { Entry } from "../access/audit";
import type { Renewals } from "../access/renewals";
import { INVALID } from "../rpcError";
import type { Toolset } from "../tools/toolset";
import { Calls } from "./calls";
import { faultOf, SESSION, serveLegacy, takesStream } from "./legacy";
import { LARGEST_BODY, TOO_LARGE } from "./limits";
import { problem } from "./problem";
import { newServer, type Served } from "./server";

/** What requests are carried out with. */
export interface ExchangeOptions {
  readonly renewals: Renewals;
  /** Hears what the people who run the server should know. */
  readonly log: (line: string) => void;
  /** Hears of each call; undefined where nobody keeps an account of them. */
  readonly audit?: ((entry: Entry) => void) | undefined;
}

/** What a request names, and what whoever sent it may do. */
export interface Asked {
  readonly toolset: Toolset;
  readonly access: Access;
  /** The PCID in its header and in its path, where there is one. */
  readonly named: { readonly header?: string | undefined; readonly path?: string | undefined };
  /** Keeps the renewed tokens of OAuth connections. */
  readonly tokenFile?: string | undefined;
}

/** Carries out the requests of both generations of the protocol, and knows which are under way. */
export class Exchange {
  readonly #calls = new Calls();
  /** What is served to the requests of the current revision. */
  readonly #served = new WeakMap<Request, Served>();
  readonly #current = createMcpHandler(({ requestInfo }) => this.#serverFor(requestInfo), {
    legacy: "reject",
  });
  readonly #options: ExchangeOptions;
  #isEnding = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  /** Answers a request. */
  async answer(request: Request, asked: Asked): Promise<Response> {
    if (this.#isEnding) {
      return ending(null);
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
      return problem(400, INVALID_REQUEST, fault, {}, idOf(body));
    }
    if (this.#isEnding) {
      return ending(idOf(body));
    }
    const served = { ...this.#servedTo(asked), canStream: takesStream(request) };
    if (!(await isLegacyRequest(request, body))) {
      this.#served.set(request, served);
      return this.#current.fetch(request, { parsedBody: body });
    }
    const session = request.headers.get(SESSION);
    const keyOf = (requestId: string | number) =>
      JSON.stringify([asked.access.id, session, requestId]);
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

  #servedTo({ toolset, access, named, tokenFile }: Asked): Served {
    const { renewals, log, audit } = this.#options;
    return {
      toolset,
      connectionOf(argument) {
        const { pcid, connection } = access.connectionOf({ ...named, argument });
        return { pcid, open: () => renewals.open(pcid, connection, tokenFile) };
      },
      calls: this.#calls,
      log,
      audit: audit && { token: access.name, log: audit },
    };
  }

  #serverFor(request: Request | undefined) {
    const served = request && this.#served.get(request);
    if (!served) {
      throw new Error("A request came that nobody put on the list.");
    }
    return newServer(served);
  }
}

function ending(id: string | number | null): Response {
  const headers = { "retry-after": "5", connection: "close" };
  return problem(503, INVALID, "The server is ending. Try again in a moment.", headers, id);
}

/** The ID of a request that stands alone. */
function idOf(body: unknown): string | number | null {
  const id = isObject(body) ? body.id : undefined;
  return typeof id === "string" || typeof id === "number" ? id : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
