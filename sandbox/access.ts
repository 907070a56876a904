import type { Api } from "./api";
import type { Credentials } from "./credentials";
import { Problem } from "./problem";
import { scopeFor } from "./scopes";
import { mayDo, type Rank } from "./shop/records/user";
import { FORBIDDEN } from "./shop/roles";

declare module "fastify" {
  interface FastifyRequest {
    /** The agent on whose behalf a request comes. */
    userId: number | null;
  }
  interface FastifyContextConfig {
    /** The lowest role that may use a route; without one, reading is everybody's, writing not. */
    needs?: Rank;
    /** Whether users may use it on themselves all the same, by id 0 or their own. */
    orOnOneself?: boolean;
    /** The OAuth scope that opens it, where that is not the one of its resource. */
    scope?: string;
  }
}

/**
 * Answers 401 without good credentials, 429 when their bucket is full, and 403 where the user's role
 * or the application's scopes do not reach. Every answer says in a header how full the bucket is
 * (`docs/gorgias-api.md`, "Rate limit").
 */
export function requireAccess(api: Api, credentials: Credentials): void {
  api.decorateRequest("userId", null);

  api.addHook("onRequest", async (request, reply) => {
    const caller = credentials.check(request.headers);
    if (caller === undefined) {
      throw new Problem(401, "The credentials are missing, wrong or expired.");
    }
    const { kind, user, scopes } = caller;
    request.userId = user.id;
    const taken = credentials.buckets?.[kind].take();
    if (taken?.accepted === false) {
      reply.header("retry-after", taken.retryAfter);
      throw new Problem(429, "Rate limit exceeded. Please try again later.");
    }
    const { orOnOneself = false, scope, ...config } = request.routeOptions.config;
    const needs = config.needs ?? (request.method === "GET" ? "observer-agent" : "lite-agent");
    if (!mayDo(user, needs) && !(orOnOneself && isOneself(request.params, user.id))) {
      throw new Problem(403, FORBIDDEN);
    }
    const wanted = scope ?? scopeFor(request.method, request.url);
    if (scopes !== undefined && wanted !== undefined && !scopes.includes("write:all")) {
      if (!scopes.includes(wanted)) {
        throw new Problem(403, `${FORBIDDEN} Missing scope: ${wanted}.`);
      }
    }
  });

  api.addHook("onSend", async (request, reply, payload) => {
    const bucket = credentials.buckets?.[credentials.check(request.headers)?.kind ?? "key"];
    if (bucket !== undefined) reply.header("x-gorgias-account-api-call-limit", String(bucket));
    return payload;
  });
}

/** Whether the path names the user who is signed in. */
function isOneself(params: unknown, userId: number): boolean {
  if (typeof params !== "object" || params === null || !("id" in params)) return false;
  return params.id === "0" || params.id === String(userId);
}
