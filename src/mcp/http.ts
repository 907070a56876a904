import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { Connection } from "@prismatic-io/spectral";
import type { Config, Grant } from "./config";
import { listenFault } from "./faults";
import { INTERNAL, INVALID, newServer, RpcError, type Served } from "./server";

/** The one path that calls come to. */
export const PATH = "/gorgias-customers";

/** The largest body that is read. */
export const LARGEST_BODY = 25 * 1024 * 1024;

/** Where and for whom to serve. */
export interface HttpOptions extends Pick<Served, "tools" | "log"> {
  readonly config: Config;
  /** @defaultValue 127.0.0.1 */
  readonly host?: string;
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** Names, beside the host's own and this machine's, that requests may be addressed to. */
  readonly allowedHosts?: readonly string[];
}

/** A server that listens. */
export interface Listening {
  /** Where calls go, with the path. */
  readonly url: string;
  /** Takes no more calls, and ends when those under way are answered. */
  close(): Promise<void>;
}

/**
 * Serves over streamable HTTP, statelessly: each request stands for itself, needs no `initialize`
 * before it and is answered in one JSON document.
 *
 * @throws Error that says what to do when it cannot listen there
 */
export async function serveHttp(options: HttpOptions): Promise<Listening> {
  const { host = "127.0.0.1", port = 0, allowedHosts = [], log } = options;
  const names = new Set([
    "localhost",
    "127.0.0.1",
    "[::1]",
    inUrl(host),
    ...allowedHosts.map(inUrl),
  ]);
  const keys = keysOf(options.config);
  const responseTo = (error: unknown) => {
    if (error instanceof HttpError) {
      return error.response;
    }
    log(`A request failed: ${error instanceof Error ? error.name : "unknown"}`);
    return problem(500, INTERNAL, "The server failed unexpectedly.");
  };
  const server = createServer((request, response) => {
    answer(request, options, names, keys)
      .catch(responseTo)
      .then((answered) => send(response, answered))
      .catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => {
    const onError = (error: Error) => failed(listenFault(error, inUrl(host), port));
    server.once("error", onError).listen(port, host, listening);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${inUrl(host)}:${bound}${PATH}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
      }),
  };
}

/** A request that is not worth reading further. */
class HttpError extends Error {
  readonly response: Response;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.response = problem(status, INVALID, message, headers);
  }
}

async function answer(
  request: IncomingMessage,
  { config, tools, log }: HttpOptions,
  names: ReadonlySet<string>,
  keys: readonly Key[],
): Promise<Response> {
  const { method = "", headers } = request;
  const [path] = (request.url ?? "").split("?");
  if (path === "/healthz" && method === "GET") {
    return Response.json({ status: "ok" });
  }
  checkHost(headers, names);
  if (path !== PATH) {
    throw new HttpError(404, `There is nothing here: calls go to POST ${PATH}.`);
  }
  const allowed = allowedBy(headers.authorization, keys);
  if (method !== "POST") {
    throw new HttpError(405, `Calls go to POST ${PATH}.`, { allow: "POST" });
  }
  const body = await bodyOf(request);

  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    maxRequestBodySize: LARGEST_BODY,
  });
  const connectionOf = (pcid: unknown) => connectionFor(pcid, allowed, config);
  const server = newServer({ tools, log, connectionOf });
  await server.connect(transport);
  try {
    return await transport.handleRequest(asked(body, headers));
  } finally {
    await server.close();
  }
}

/** The request as the transport wants it. It insists on clients that take streams; none is sent. */
function asked(body: Buffer, headers: IncomingMessage["headers"]): Request {
  const version = headers["mcp-protocol-version"];
  return new Request(`http://localhost${PATH}`, {
    method: "POST",
    body,
    headers: {
      accept: "application/json, text/event-stream",
      // Whatever curl says that it sends.
      "content-type": "application/json",
      ...(typeof version === "string" && { "mcp-protocol-version": version }),
    },
  });
}

/** A web page that somebody has open must not reach this server by a name of its own. */
function checkHost(
  { host = "", origin }: IncomingMessage["headers"],
  names: ReadonlySet<string>,
): void {
  if (!names.has(nameIn(`http://${host}`))) {
    throw new HttpError(403, "This server does not answer to that Host.");
  }
  if (origin !== undefined && !names.has(nameIn(origin))) {
    throw new HttpError(403, "This server does not answer pages of that Origin.");
  }
}

function nameIn(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "";
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host.toLowerCase();
}

/** A token that is known, by its hash. */
interface Key {
  readonly hash: Buffer;
  readonly grant: Grant;
}

function keysOf({ tokens }: Config): readonly Key[] {
  return [...tokens].map(([token, grant]) => ({ hash: hashOf(token), grant }));
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Takes the same time whichever token it is, or none of them. */
function allowedBy(authorization: string | undefined, keys: readonly Key[]): Grant {
  const given = hashOf(/^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? "");
  let grant: Grant | undefined;
  for (const key of keys) {
    if (timingSafeEqual(key.hash, given)) {
      grant = key.grant;
    }
  }
  if (grant === undefined) {
    throw new HttpError(401, "Send a token of this server: Authorization: Bearer <token>.", {
      "www-authenticate": "Bearer",
    });
  }
  return grant;
}

/** @throws RpcError that does not tell a connection that is not allowed from one that is not there */
function connectionFor(pcid: unknown, allowed: Grant, { connections }: Config): Connection {
  if (typeof pcid !== "string" || pcid === "") {
    throw new RpcError(
      INVALID,
      "PCID is missing: name the Gorgias connection in the argument PCID of each call.",
    );
  }
  const connection = connections.get(pcid);
  if (!connection || !(allowed === "*" || allowed.has(pcid))) {
    throw new RpcError(
      INVALID,
      `PCID: there is no connection ${JSON.stringify(pcid.slice(0, 100))} that this token may use.`,
    );
  }
  return connection;
}

/** Reads a body that is too large to its end as well, because only then does the answer arrive. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) {
      chunks.push(chunk);
    } else {
      chunks.length = 0;
    }
  }
  if (size > LARGEST_BODY) {
    throw new HttpError(413, "The body is larger than 25 MB.");
  }
  return Buffer.concat(chunks);
}

function problem(
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return Response.json({ jsonrpc: "2.0", error: { code, message }, id: null }, { status, headers });
}

async function send(response: ServerResponse, answered: Response): Promise<void> {
  const body = Buffer.from(await answered.arrayBuffer());
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(body);
}
