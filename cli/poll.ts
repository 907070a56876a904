import type { Component, ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import type { Sandbox } from "../sandbox";
import { flowWith, type Showing } from "./flow";
import { pause } from "./pause";
import { counted, oneLine } from "./text";

/**
 * What is shown, and what happens to it between two polls so that there is something to see. A flow
 * can follow more lists; they come in the same way.
 */
const HAPPENINGS: Readonly<Record<string, (sandbox: Sandbox, round: number) => void>> = {
  tickets({ change }, round) {
    const first = change.createTicket(ticketOf(round));
    change.createTicket(ticketOf(round));
    change.updateTicket(first, { status: "closed" });
  },
  customers({ change }, round) {
    const id = change.createCustomer({ name: `Jo Martin ${round}` });
    change.updateCustomer(id, { note: "Called twice." });
  },
  messages: ({ change }, round) => void change.createTicket(ticketOf(round)),
  events: ({ change }, round) => void change.createTicket(ticketOf(round)),
  "satisfaction-surveys"({ change }, round) {
    const customer_id = change.createCustomer({ name: `Jo Martin ${round}` });
    const ticket_id = change.createTicket(ticketOf(round));
    change.createSurvey({ ticket_id, customer_id, score: 5, body_text: "Quick and friendly." });
  },
};

/** The resource types that {@link showPolling} knows. */
export const POLLED = Object.keys(HAPPENINGS);

/**
 * Shows New and Updated Records at work: polls a sandbox, in which something happens before every
 * poll but the first and the last, and prints what comes.
 *
 * @param times how many polls find something
 * @returns whether every poll found what it should
 */
export async function showPolling(
  component: Pick<Component, "triggers">,
  { sandbox, connection }: { sandbox: Sandbox; connection: ConnectionValue },
  resourceType: string,
  { times, pauseMs, print, logger, stopped }: Showing,
): Promise<boolean> {
  const happen = HAPPENINGS[resourceType];
  if (!happen) {
    throw new Error(`--poll shows ${POLLED.join(", ")}, not ${resourceType}.`);
  }
  const flow = flowWith(component, "pollChangesTrigger", connection, { resourceType }, logger);
  let isRight = true;
  for (let round = 0; round <= times + 1; round += 1) {
    const isQuiet = round === 0 || round > times;
    if (round > 0) {
      await pause(pauseMs, stopped);
    }
    if (stopped.aborted) {
      break;
    }
    if (!isQuiet) {
      happen(sandbox, round);
    }
    const before = sandbox.requests.length;
    const { created, updated } = (await flow.run()).data as Changes;
    const requests = counted(sandbox.requests.length - before, "request");
    const found = created.length + updated.length;
    isRight &&= isQuiet ? found === 0 : found > 0;
    const what =
      round === 0
        ? "remembers where the account stands"
        : found === 0
          ? "nothing changed"
          : `${created.length} new, ${updated.length} updated`;
    print(`${pc.bold(`poll ${round + 1}`)}  ${requests}  ${what}`);
    for (const record of created) print(`  ${pc.green("new")}      ${describe(record)}`);
    for (const record of updated) print(`  ${pc.yellow("updated")}  ${describe(record)}`);
  }
  return isRight;
}

interface Changes {
  readonly created: readonly Record<string, unknown>[];
  readonly updated: readonly Record<string, unknown>[];
}

function describe(record: Record<string, unknown>): string {
  const name = record.subject ?? record.name ?? record.body_text ?? record.type ?? "";
  const status = record.status === undefined ? "" : ` (${record.status})`;
  return oneLine(`#${record.id} ${name}${status}`, 80);
}

function ticketOf(round: number) {
  return {
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
  };
}
