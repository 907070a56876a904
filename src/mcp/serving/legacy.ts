import { randomUUID } from "node:crypto";
import {
  type McpServerFactory,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import { isObject, type JsonObject } from "../../client/json";
import { hasTooManyNames, MOST_MESSAGES, MOST_NAMES } from "./limits";

/** The header that names a session (the specification's revision 2025-11-25, "Transports"). */
export const SESSION = "mcp-session-id";

/**
 * Serves a request of an earlier revision (2024-11-05 to 2025-11-25).
 *
 * Nothing is kept between requests: each stands for itself, needs no `initialize` before it and is
 * answered in one JSON document, or as a stream where somebody wants to hear of progress. A session
 * is a name alone: it tells whose call a later request cancels.
 *
 * @param cancel hears which earlier request of the same session nobody waits for any more
 */
export async function serveLegacy(
  request: Request,
  body: unknown,
  factory: McpServerFactory,
  cancel: (requestId: string | number) => void,
): Promise<Response> {
  for (const message of Array.isArray(body) ? body : [body]) {
    const cancelled = cancelledBy(message);
    if (cancelled !== undefined) {
      cancel(cancelled);
    }
  }
  const isStreamed = wantsStream(request, body);
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: !isStreamed,
  });
  const server = await factory({ era: "legacy", requestInfo: request });
  await server.connect(transport);
  const gone = new Promise<Response>((resolve) => {
    // The transport answers nobody who has gone; nobody reads this one either.
    const answer = () => resolve(new Response(null, { status: 499 }));
    request.signal.addEventListener("abort", () => void server.close().then(answer));
  });
  const answered = transport.handleRequest(asked(request), { parsedBody: body });
  const response = await Promise.race([answered, gone]);
  if (!isStreamed) {
    await server.close();
  }
  return opensSession(body) ? withSession(response) : response;
}

/**
 * What makes a body no request at all.
 *
 * @returns a sentence for whoever wrote the client; undefined where there is nothing to say
 */
export function faultOf(body: unknown): string | undefined {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (messages.length === 0) {
    return "The batch is empty: expected at least one message.";
  }
  if (messages.length > MOST_MESSAGES) {
    return `The batch has ${messages.length} messages: send at most ${MOST_MESSAGES} at once.`;
  }
  const seen = new Set<unknown>();
  for (const message of messages) {
    if (!isObject(message) || message.jsonrpc !== "2.0") {
      return 'Expected a message of JSON-RPC: an object with "jsonrpc": "2.0".';
    }
    if (typeof message.method !== "string" && !("result" in message || "error" in message)) {
      return "The message has no method: expected one such as tools/call.";
    }
    if (overfull(message)) {
      return `The message holds more than ${MOST_NAMES} names in one object.`;
    }
    const { id } = message;
    if (id !== undefined && seen.has(id)) {
      return `Two messages of the batch have the id ${JSON.stringify(id).slice(0, 100)}: give each its own.`;
    }
    seen.add(id);
  }
  return undefined;
}

/**
 * Whether an object of the protocol's own has too many names. The arguments of a call are looked at
 * where the call is put down.
 */
function overfull(message: JsonObject): boolean {
  const params = isObject(message.params) ? message.params : {};
  if (hasTooManyNames(message) || hasTooManyNames(params)) {
    return true;
  }
  const { arguments: _, ...others } = params;
  return Object.values(others).some((one) => isObject(one) && hasTooManyNames(one));
}

/** Whether an answer as a stream is taken, and has something to tell before its end. */
function wantsStream(request: Request, body: unknown): boolean {
  const messages: readonly unknown[] = Array.isArray(body) ? body : [body];
  return takesStream(request) && messages.some(asksForProgress);
}

/** Whether an answer as a stream is understood. */
export function takesStream({ headers }: Request): boolean {
  return headers.get("accept")?.includes("text/event-stream") === true;
}

function asksForProgress(message: unknown): boolean {
  const params = isObject(message) ? message.params : undefined;
  const meta = isObject(params) ? params._meta : undefined;
  return isObject(meta) && meta.progressToken !== undefined;
}

function cancelledBy(message: unknown): string | number | undefined {
  if (!isObject(message) || message.method !== "notifications/cancelled") {
    return undefined;
  }
  const id = isObject(message.params) ? message.params.requestId : undefined;
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}

function opensSession(body: unknown): boolean {
  return isObject(body) && body.method === "initialize";
}

function withSession(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set(SESSION, randomUUID());
  return new Response(response.body, { status: response.status, headers });
}

/** The request as the transport wants it. It insists on clients that take streams. */
function asked(request: Request): Request {
  const version = request.headers.get("mcp-protocol-version");
  return new Request(request.url, {
    method: "POST",
    signal: request.signal,
    headers: {
      accept: "application/json, text/event-stream",
      // Whatever curl says that it sends.
      "content-type": "application/json",
      ...(version && { "mcp-protocol-version": version }),
    },
  });
}
