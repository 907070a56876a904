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
 * other: each run sees what the last one kept.
 *
 * @param run runs the flow
 */
export async function receive(run: (call: Call) => Promise<Handed>): Promise<Receiver> {
  const receiver = fastify({ forceCloseConnections: true });
  let last: Promise<unknown> = Promise.resolve();
  receiver.post("/webhook", async ({ headers, body }, reply) => {
    const mine = last.then(() =>
      run({ headers: headers as Call["headers"], body: { data: body } }),
    );
    last = mine.catch(() => undefined);
    const { status } = await mine;
    return reply.code(status).send({});
  });
  const origin = await receiver.listen({ host: "127.0.0.1", port: 0 });
  return { url: `${origin}/webhook`, close: () => receiver.close() };
}
