import type { Api } from "./api";
import type { Credentials } from "./credentials";
import { Problem } from "./problem";

declare module "fastify" {
  interface FastifyRequest {
    /** The agent on whose behalf a request comes. */
    userId: number | null;
  }
}

/**
 * Answers 401 without good credentials and 429 when their bucket is full. Every answer says in a
 * header how full it is (`docs/gorgias-api.md`, "Rate limit").
 *
 * @param ownerId the agent whom the credentials belong to
 */
export function requireAccess(api: Api, credentials: Credentials, ownerId: number | null): void {
  api.decorateRequest("userId", null);

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
