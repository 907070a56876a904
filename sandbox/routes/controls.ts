import { z } from "zod";
import type { Api } from "../api";
import type { Credentials } from "../credentials";
import type { Faults } from "../faults";
import type { RequestLog } from "../requestLog";

const faultBody = z.strictObject({
  status: z.int().min(200).max(599).exactOptional(),
  reset: z.boolean().exactOptional(),
  delayMs: z.number().min(0).exactOptional(),
  count: z.int().min(1).exactOptional(),
  method: z.string().exactOptional(),
  path: z.string().startsWith("/").exactOptional(),
  retryAfter: z.int().min(0).exactOptional(),
});

const drainBody = z.strictObject({ count: z.int().min(1) });

/** What the controls of the sandbox act on. */
export interface Controls {
  credentials: Credentials;
  faults: Faults;
  requestLog: RequestLog;
}

/** The sandbox's own controls, for people who run it from a terminal: no credentials, no limit. */
export function controlRoutes(app: Api, { credentials, faults, requestLog }: Controls): void {
  app.post("/_sandbox/faults", { schema: { body: faultBody } }, ({ body }, reply) => {
    faults.add(body);
    return reply.code(204).send();
  });

  app.post("/_sandbox/drain", { schema: { body: drainBody } }, ({ body }, reply) => {
    credentials.drain(body.count);
    return reply.code(204).send();
  });

  app.get("/_sandbox/requests", () => requestLog.requests);
}
