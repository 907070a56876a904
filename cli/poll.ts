import type { Component, ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import pc from "picocolors";
import type { HappeningKey, Sandbox } from "../sandbox";
import { counted } from "./counted";
import { flowWith, type Showing } from "./flow";
import { handedInWords, NOTHING_YET } from "./handed";
import { pause } from "./pause";
import { oneLine } from "./text";

/** The trigger that {@link showPolling} shows. */
export const POLLED_TRIGGER = "pollChangesTrigger";

/** What makes records of one type, and changes the one made last. Some never change. */
interface Happening {
  readonly created: HappeningKey;
  readonly updated?: HappeningKey;
}

/** What is shown. A flow can follow more lists; they come in the same way. */
const HAPPENINGS: Readonly<Record<string, Happening>> = {
  tickets: { created: "ticket-created", updated: "status-changed" },
  customers: { created: "customer-created", updated: "customer-changed" },
  messages: { created: "ticket-created" },
  events: { created: "ticket-created" },
  "satisfaction-surveys": { created: "survey-answered" },
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
  const flow = flowWith(component, POLLED_TRIGGER, connection, { resourceType });
  let isRight = true;
  sandbox.happen(happen.created);
  for (let round = 0; round <= times + 1; round += 1) {
    const isQuiet = round === 0 || round > times;
    if (round > 0) {
      await pause(pauseMs, stopped);
    }
    if (stopped.aborted) {
      break;
    }
    if (!isQuiet) {
      if (happen.updated) sandbox.happen(happen.updated);
      sandbox.happen(happen.created);
    }
    const before = sandbox.requests.length;
    const { data } = await flow.run({ logger });
    const { created, updated } = data as Found;
    const requests = counted(sandbox.requests.length - before, "request");
    const found = created.length + updated.length;
    const isShown = created.length > 0 && (!happen.updated || updated.length > 0);
    isRight &&= isQuiet ? found === 0 : isShown;
    const what = round === 0 ? NOTHING_YET : handedInWords(data);
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
