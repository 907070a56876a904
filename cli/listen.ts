import type { Component, ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import { fastify } from "fastify";
import pc from "picocolors";
import type { Sandbox } from "../sandbox";
import { flowWith, type Handed, type Showing } from "./flow";
import { pause } from "./pause";
import { counted, oneLine } from "./text";

/** What the flow listens to, in the order in which it happens to a ticket here. */
const EVENTS = ["ticket-created", "ticket-message-created", "ticket-status-updated"];

/** How wide the column with their names is. */
const LONGEST_EVENT = Math.max(...EVENTS.map((event) => event.length));

/**
 * Shows Ticket Event Webhook at work: sets it up on a sandbox, lets a few tickets live through
 * their lives, prints what Gorgias tells, and takes it away again whatever happens.
 *
 * @param times how many tickets
 * @returns whether everything arrived, and nothing was left behind
 */
export async function showListening(
  component: Pick<Component, "triggers">,
  { sandbox, connection }: { sandbox: Sandbox; connection: ConnectionValue },
  { times, pauseMs, print, width, logger, stopped }: Showing,
): Promise<boolean> {
  const receiver = fastify();
  let arrived = 0;

  // One after the other: each run sees what the last one kept.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<Handed>): Promise<Handed> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  receiver.post("/webhook", async ({ headers, body }, reply) => {
    const { data, status } = await inTurn(() =>
      flow.run({ headers: headers as Record<string, string>, body: { data: body } }),
    );
    for (const event of data as Event[]) {
      arrived += 1;
      const name = pc.bold(event.event.padEnd(LONGEST_EVENT));
      print(`${pc.green("→")} ${name}  ${describe(event, width - LONGEST_EVENT - 4)}`);
    }
    return reply.code(status).send({});
  });
  const url = `${await receiver.listen({ host: "127.0.0.1", port: 0 })}/webhook`;
  const inputs = { events: EVENTS, template: '{"from": "{{ticket.customer.email}}"}' };
  const flow = flowWith(component, "ticketEventWebhook", connection, inputs, logger, url);

  try {
    await flow.deploy();
    print(`Gorgias calls ${pc.cyan(url)} now.`);
    for (let round = 1; round <= times; round += 1) {
      for (const happen of lifeOf(sandbox, round)) {
        if (stopped.aborted) break;
        happen();
        await sandbox.settled();
        await pause(pauseMs, stopped);
      }
    }
  } finally {
    await flow.remove();
    await receiver.close();
    print("Gorgias calls nobody any more.");
  }
  const failed = sandbox.deliveries.filter(({ status }) => status !== 200).length;
  return stopped.aborted || (failed === 0 && arrived >= times * EVENTS.length);
}

/** What the flow gets, as far as it is printed. */
interface Event {
  readonly event: string;
  readonly ticket_id: number;
  readonly fields: { readonly from: string };
  readonly ticket: {
    readonly subject: string;
    readonly status: string;
    readonly messages: readonly unknown[];
  };
}

function describe({ ticket_id, ticket, fields }: Event, room: number): string {
  const messages = counted(ticket.messages.length, "message");
  return oneLine(
    `#${ticket_id} ${ticket.subject} (${ticket.status}, ${messages}, from ${fields.from})`,
    Math.min(100, room),
  );
}

/** A ticket is made, gets a second message and is closed, a step at a time. */
function* lifeOf({ change }: Sandbox, round: number): Generator<() => void> {
  const message = {
    channel: "email",
    via: "email",
    from_agent: false,
    sender: { email: "jo@example.com" },
  };
  let id = 0;
  yield () => {
    id = change.createTicket({
      via: "email",
      subject: `Where is order #${1000 + round}?`,
      messages: [{ ...message, body_text: "It has not arrived yet." }],
    });
  };
  yield () => void change.addMessage(id, { ...message, body_text: "It has just arrived." });
  yield () => change.updateTicket(id, { status: "closed" });
}
