import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import { flowWith } from "../../cli/flow";
import { loggerThat } from "../../cli/run";
import type { Asked, Refusal } from "../messages";
import { stepIn } from "./catalogue";
import { wordsOf } from "./failure";
import { performStep } from "./performing";
import { refusalsIn } from "./refusals";
import { maskOfInputs } from "./secretInputs";
import type { Session } from "./session";

/** Called off before it begins, a step reads its inputs and sends nothing. */
const CALLED_OFF = { signal: AbortSignal.abort() };

/** Where a webhook would be called that is never set up. */
const NOWHERE = "https://example.com";

/** What the connector would refuse of a form. Nothing is sent. */
export async function refusalsOf(
  { component, catalogue, accounts, files }: Session,
  { kind, key, inputs: given }: Pick<Asked, "kind" | "key" | "inputs">,
  connection: ConnectionValue = accounts.current.connection,
): Promise<readonly Refusal[]> {
  const { inputs } = stepIn(catalogue, kind, key);
  const mask = maskOfInputs({ kind, key }, given, accounts.current.mask);
  const { values, refusals } = files.putInto(inputs, given);
  const host = { inputHost: { refusals }, watcher: CALLED_OFF };
  const logger = loggerThat(() => undefined);
  try {
    if (kind === "triggers") {
      const flow = flowWith(component, key, connection, values, NOWHERE);
      await (flow.webhook?.deploy ?? flow.deliverHistory ?? flow.run)({ logger, host });
    } else {
      await performStep(component, { kind, key }, values, connection, logger, host);
    }
  } catch (error) {
    return refusalsIn(error, inputs, mask) ?? connectionRefusal(error);
  }
  return [];
}

/** What is wrong with the account itself is of the whole form. */
function connectionRefusal(error: unknown): readonly Refusal[] {
  const isConnection = error instanceof Error && error.name === "GorgiasConnectionError";
  return isConnection ? [{ message: wordsOf(error) }] : [];
}
