import { z } from "zod";
import type { Api } from "../api";
import { type Changes, DATED } from "../changes";
import type { Credentials } from "../credentials";
import type { Deliveries } from "../deliveries";
import type { Faults } from "../faults";
import type { RequestLog } from "../requestLog";
import { TRIGGERS } from "../shop/records/integration";

const faultBody = z
  .strictObject({
    status: z.int().min(200).max(599).exactOptional(),
    reset: z.literal(true).exactOptional(),
    delayMs: z.number().min(1).exactOptional(),
    count: z.int().min(1).exactOptional(),
    method: z.string().exactOptional(),
    path: z.string().startsWith("/").exactOptional(),
    retryAfter: z.int().min(0).exactOptional(),
  })
  .refine(({ status, reset, delayMs }) => (status ?? reset ?? delayMs) !== undefined, {
    path: ["status"],
    error: "Missing: say what goes wrong with status, reset or delayMs.",
  })
  .refine(({ status, reset }) => status === undefined || !reset, {
    path: ["reset"],
    error: "A connection that is cut off has no status: leave one of them out.",
  })
  .refine(({ status, retryAfter }) => retryAfter === undefined || status !== undefined, {
    path: ["retryAfter"],
    error: "This is a header of an answer: give a status beside it.",
  });

const drainBody = z.strictObject({ count: z.int().min(1) });

/** A year at the most: dates stay such as people know them. */
const clockBody = z.strictObject({ seconds: z.int().min(1).max(31_536_000) });

const datesBody = z.strictObject({
  kind: z.enum(DATED),
  id: z.int(),
  created_datetime: z.string().exactOptional(),
  updated_datetime: z.string().exactOptional(),
});

const triggerBody = z.strictObject({ trigger: z.enum(TRIGGERS), ticket_id: z.int() });

/** What the controls of the sandbox act on. */
export interface Controls {
  change: Changes;
  credentials: Credentials;
  deliveries: Deliveries;
  faults: Faults;
  requestLog: RequestLog;
  /** Puts the account's clock forward. */
  forward: (seconds: number) => void;
}

/** The sandbox's own controls, for people who run it from a terminal: no credentials, no limit. */
export function controlRoutes(
  app: Api,
  { change, credentials, deliveries, faults, requestLog, forward }: Controls,
): void {
  app.post("/_sandbox/faults", { schema: { body: faultBody } }, ({ body }, reply) => {
    faults.add(body);
    return reply.code(204).send();
  });

  app.get("/_sandbox/faults", () => faults.waiting());

  app.delete("/_sandbox/faults", (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });

  app.post("/_sandbox/drain", { schema: { body: drainBody } }, ({ body }, reply) => {
    credentials.drain(body.count);
    return reply.code(204).send();
  });

  app.post("/_sandbox/clock", { schema: { body: clockBody } }, ({ body }, reply) => {
    forward(body.seconds);
    return reply.code(204).send();
  });

  app.post("/_sandbox/dates", { schema: { body: datesBody } }, ({ body }, reply) => {
    const { kind, id, ...dates } = body;
    change.date(kind, id, dates);
    return reply.code(204).send();
  });

  app.post("/_sandbox/triggers", { schema: { body: triggerBody } }, ({ body }, reply) => {
    change.pull(body.trigger, body.ticket_id);
    return reply.code(204).send();
  });

  app.get("/_sandbox/requests", () => requestLog.requests);

  app.get("/_sandbox/deliveries", () => deliveries.log);
}
