import { randomBytes } from "node:crypto";
import { fastify } from "fastify";
import type { Handed } from "./flow";

/** A call of a flow's webhook. */
export interface Call {
  readonly headers: Record<string, string>;
  readonly body: { readonly data: unknown };
}

/** Where a flow is called. */
export interface Receiver {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Listens on this machine for what calls a flow. The flow runs once for each call, one after the
 * other: each run sees what the last one kept. Other pages of a person's browser can reach this
 * machine as well: they do not know the path, and a browser says for whom it asks.
 *
 * @param run runs the flow
 */
export async function receive(run: (call: Call) => Promise<Handed>): Promise<Receiver> {
  const receiver = fastify({ forceCloseConnections: true });
  let last: Promise<unknown> = Promise.resolve();
  const path = `/webhook/${randomBytes(12).toString("base64url")}`;
  receiver.post(path, async ({ headers, body }, reply) => {
    if (headers.origin !== undefined) {
      return reply.code(403).send({});
    }
    const mine = last.then(() =>
      run({ headers: headers as Call["headers"], body: { data: body } }),
    );
    last = mine.catch(() => undefined);
    const { status } = await mine;
    return reply.code(status).send({});
  });
  const origin = await receiver.listen({ host: "127.0.0.1", port: 0 });
  return { url: `${origin}${path}`, close: () => receiver.close() };
}
