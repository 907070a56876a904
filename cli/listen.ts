import type { Component, ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import type { HappeningKey, Sandbox } from "../sandbox";
import { counted } from "./counted";
import { flowWith, type Showing } from "./flow";
import { pause } from "./pause";
import { receive } from "./receiver";
import { oneLine } from "./text";

/** The trigger that {@link showListening} shows. */
export const HEARD_TRIGGER = "ticketEventWebhook";

/** A ticket is made, gets a second message and is closed: what is shown of its life. */
const LIFE: readonly HappeningKey[] = ["ticket-created", "customer-answered", "status-changed"];

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
  let arrived = 0;
  const receiver = await receive(async (call) => {
    const handed = await flow.run({ logger }, call);
    for (const event of handed.data as Event[]) {
      arrived += 1;
      const name = pc.bold(event.event.padEnd(LONGEST_EVENT));
      print(`${pc.green("→")} ${name}  ${describe(event, width - LONGEST_EVENT - 4)}`);
    }
    return handed;
  });
  const { url } = receiver;
  const inputs = { events: EVENTS, template: '{"from": "{{ticket.customer.email}}"}' };
  const flow = flowWith(component, HEARD_TRIGGER, connection, inputs, url);

  try {
    await flow.webhook?.deploy({ logger });
    print(`Gorgias calls ${pc.cyan(url)} now.`);
    for (let round = 1; round <= times; round += 1) {
      for (const key of LIFE) {
        if (stopped.aborted) break;
        sandbox.happen(key);
        await sandbox.settled();
        await pause(pauseMs, stopped);
      }
    }
  } finally {
    await flow.webhook?.remove({ logger });
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
