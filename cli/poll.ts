import type { Component, ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import type { Changes, Sandbox } from "../sandbox";
import { flowWith, type Showing } from "./flow";
import { pause } from "./pause";
import { counted, oneLine } from "./text";

/** What happens to records of one type, so that there is something to see. */
interface Happening {
  /** Makes a record, and answers its id. */
  create(change: Changes, round: number): number;
  /** Changes one that was there before. Some records never change. */
  update?(change: Changes, id: number): void;
}

/** What is shown. A flow can follow more lists; they come in the same way. */
const HAPPENINGS: Readonly<Record<string, Happening>> = {
  tickets: {
    create: createTicket,
    update: (change, id) => change.updateTicket(id, { status: "closed" }),
  },
  customers: {
    create: (change, round) => change.createCustomer({ name: `Jo Martin ${round}` }),
    update: (change, id) => change.updateCustomer(id, { note: "Called twice." }),
  },
  messages: { create: createTicket },
  events: { create: createTicket },
  "satisfaction-surveys": {
    create(change, round) {
      const customer_id = change.createCustomer({ name: `Jo Martin ${round}` });
      const ticket_id = createTicket(change, round);
      return change.createSurvey({
        ticket_id,
        customer_id,
        score: 5,
        body_text: "Quick and friendly.",
      });
    },
  },
};

/** How much of a line says whether a record is new or updated. */
const KIND_WIDTH = "  updated  ".length;

/** The resource types that {@link showPolling} knows. */
export const POLLED = Object.keys(HAPPENINGS);

/**
 * Shows New and Updated Records at work: polls a sandbox and prints what comes. Before every poll but
 * the first and the last a record is made, and the one before it changed where such records change.
 *
 * @param times how many polls find something
 * @returns whether every poll found what it should
 */
export async function showPolling(
  component: Pick<Component, "triggers">,
  { sandbox, connection }: { sandbox: Sandbox; connection: ConnectionValue },
  resourceType: string,
  { times, pauseMs, print, width, logger, stopped }: Showing,
): Promise<boolean> {
  const happen = HAPPENINGS[resourceType];
  if (!happen) {
    throw new Error(`--poll shows ${POLLED.join(", ")}, not ${resourceType}.`);
  }
  const flow = flowWith(component, "pollChangesTrigger", connection, { resourceType }, logger);
  let isRight = true;
  let known = happen.create(sandbox.change, 0);
  for (let round = 0; round <= times + 1; round += 1) {
    const isQuiet = round === 0 || round > times;
    if (round > 0) {
      await pause(pauseMs, stopped);
    }
    if (stopped.aborted) {
      break;
    }
    if (!isQuiet) {
      happen.update?.(sandbox.change, known);
      known = happen.create(sandbox.change, round);
    }
    const before = sandbox.requests.length;
    const { created, updated } = (await flow.run()).data as Found;
    const requests = counted(sandbox.requests.length - before, "request");
    const found = created.length + updated.length;
    const isShown = created.length > 0 && (!happen.update || updated.length > 0);
    isRight &&= isQuiet ? found === 0 : isShown;
    const what =
      round === 0
        ? "remembers where the account stands"
        : found === 0
          ? "nothing changed"
          : `${created.length} new, ${updated.length} updated`;
    print(`${pc.bold(`poll ${round + 1}`)}  ${requests}  ${what}`);
    const room = width - KIND_WIDTH;
    for (const record of created) print(`  ${pc.green("new")}      ${describe(record, room)}`);
    for (const record of updated) print(`  ${pc.yellow("updated")}  ${describe(record, room)}`);
  }
  return isRight;
}

interface Found {
  readonly created: readonly Record<string, unknown>[];
  readonly updated: readonly Record<string, unknown>[];
}

function describe(record: Record<string, unknown>, room: number): string {
  const name = record.subject ?? record.name ?? record.body_text ?? record.type ?? "";
  const status = record.status === undefined ? "" : ` (${record.status})`;
  return oneLine(`#${record.id} ${name}${status}`, Math.min(80, room));
}

function createTicket(change: Changes, round: number): number {
  return change.createTicket({
    via: "email",
    subject: `Where is order #${1000 + round}?`,
    messages: [
      {
        channel: "email",
        via: "email",
        from_agent: false,
        sender: { email: "jo@example.com" },
        body_text: "It has not arrived yet.",
      },
    ],
  });
}
