import type { FastifyReply, FastifyRequest } from "fastify";
import type { Credentials } from "./credentials";
import type { Faults } from "./faults";
import { Problem } from "./problem";
import type { Api } from "./server";

declare module "fastify" {
  interface FastifyRequest {
    /** The agent on whose behalf a request comes. */
    userId: number | null;
    /** What is written down about a request to the API. */
    record: RecordedRequest | null;
  }
}

/** A request to the API, as it was seen here. */
export interface RecordedRequest {
  method: string;
  /** With the query. */
  path: string;
  /** 0 while there is no answer, and for a connection that was cut. */
  status: number;
  /** The clock's milliseconds. */
  at: number;
  /** Whether its credentials were good. */
  authorized: boolean;
}

/** What stands between the network and the routes. */
export interface Gate {
  credentials: Credentials;
  faults: Faults;
  requests: RecordedRequest[];
  /** Hear of every request to the API as it comes in. */
  watchers: ((request: RecordedRequest) => void)[];
  /** The agent that all requests come from. */
  ownerId: number | null;
  now: () => number;
}

/** Writes each request to the API down, and lets the faults that wait for it happen. */
export function watch(app: Api, { credentials, faults, requests, watchers, now }: Gate): void {
  app.decorateRequest("userId", null);
  app.decorateRequest("record", null);

  app.addHook("onRequest", async (request, reply) => {
    const { method, url } = request;
    if (url.startsWith("/api")) {
      const authorized = credentials.check(request.headers) !== undefined;
      request.record = { method, path: url, status: 0, at: now(), authorized };
      requests.push(request.record);
      for (const watcher of watchers) watcher(request.record);
    }
    return breakOnPurpose(faults, request, reply);
  });

  app.addHook("onSend", async (request, reply, payload) => {
    if (request.record !== null) request.record.status = reply.statusCode;
    return payload;
  });
}

/** Lets in who has credentials and room in the bucket; says in a header how full that is. */
export function guard(api: Api, { credentials, ownerId }: Gate): void {
  api.addHook("onRequest", async (request, reply) => {
    const kind = credentials.check(request.headers);
    if (kind === undefined) {
      throw new Problem(401, "The credentials are missing, wrong or expired.");
    }
    request.userId = ownerId;
    const taken = credentials.buckets?.[kind].take();
    if (taken?.accepted === false) {
      reply.header("retry-after", taken.retryAfter);
      throw new Problem(429, "Rate limit exceeded. Please try again later.");
    }
  });

  api.addHook("onSend", async (request, reply, payload) => {
    const bucket = credentials.buckets?.[credentials.check(request.headers) ?? "key"];
    if (bucket !== undefined) reply.header("x-gorgias-account-api-call-limit", String(bucket));
    return payload;
  });
}

async function breakOnPurpose(faults: Faults, request: FastifyRequest, reply: FastifyReply) {
  const fault = faults.next(request.method, request.url);
  if (fault === undefined) return;
  if (fault.delayMs !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  }
  if (fault.reset) {
    reply.hijack();
    request.raw.socket.resetAndDestroy();
    return reply;
  }
  if (fault.status !== undefined) {
    if (fault.retryAfter !== undefined) reply.header("retry-after", fault.retryAfter);
    throw new Problem(fault.status, "This went wrong because the sandbox was told so.");
  }
  return;
}
