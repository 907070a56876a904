import type {
  ActionContext,
  ActionLogger,
  Component,
  ConnectionValue,
} from "@prismatic-io/spectral/dist/serverTypes";
import { contextOf, type InputValues, perform, type StepHost, untouched } from "../../cli/platform";
import { loggerFor, loggerThat } from "../../cli/run";
import type { Asked, Refusal } from "../messages";
import { stepIn } from "./catalogue";
import { Refused, wordsOf } from "./failure";
import { refusalFrom, refusalsIn } from "./refusals";
import { exchangeOf } from "./run";
import type { Session } from "./session";

/** What a step answers: its data, and of a file the content type beside it. */
export interface StepAnswer {
  readonly data: unknown;
  readonly contentType?: string;
  /** What it is, in a few words. @defaultValue what its data say of themselves */
  readonly words?: string;
}

/** Runs an action or a pick list, as the platform runs it. */
export async function performStep(
  { actions, dataSources = {} }: Component,
  { kind, key }: Pick<Asked, "kind" | "key">,
  values: InputValues,
  connection: ConnectionValue,
  logger: ActionLogger,
  host: StepHost,
): Promise<StepAnswer> {
  const given = { ...values, debugRequest: "true" };
  const action = kind === "actions" ? actions[key] : undefined;
  const list = kind === "pickLists" ? dataSources[key] : undefined;
  if (action) {
    const { data, contentType } = (await perform(action, given, connection, logger, host)) ?? {};
    return { data, ...(contentType !== undefined && { contentType }) };
  }
  if (list) {
    return { data: (await perform(list, given, connection, logger, host)).result };
  }
  throw new Refused(400, { message: "Only actions and pick lists run by themselves." });
}

/** The log of a step that is no run: of its requests, only how full the rate limit is counts. */
export function logOf({ tell }: Session): ActionLogger {
  return loggerFor({
    exchange: (read, entry) =>
      tell({ type: "exchange", run: "", told: 0, exchange: exchangeOf(read, entry) }),
  });
}

/** Called off before it begins, a step reads its inputs and sends nothing. */
const CALLED_OFF = { signal: AbortSignal.abort() };

/** What the connector would refuse of a form. Nothing is sent. */
export async function refusalsOf(
  { component, catalogue, accounts, files }: Session,
  { kind, key, inputs: given }: Asked,
  connection: ConnectionValue = accounts.current.connection,
): Promise<readonly Refusal[]> {
  const { inputs } = stepIn(catalogue, kind, key);
  const { values, refusals } = files.putInto(inputs, given);
  const host = { inputHost: { refusals }, watcher: CALLED_OFF };
  const logger = loggerThat(() => undefined);
  try {
    const trigger = kind === "triggers" ? component.triggers[key] : undefined;
    await (trigger
      ? startTrigger(trigger, values, connection, logger, host)
      : performStep(component, { kind, key }, values, connection, logger, host));
  } catch (error) {
    return refusalsIn(error, inputs) ?? connectionRefusal(error);
  }
  return [];
}

/** What is wrong with the account itself is of the whole form. */
function connectionRefusal(error: unknown): readonly Refusal[] {
  const isConnection = error instanceof Error && error.name === "GorgiasConnectionError";
  return isConnection ? [refusalFrom(wordsOf(error), [])] : [];
}

type Trigger = Component["triggers"][string];

/** Does what reads all of a trigger's inputs. */
async function startTrigger(
  trigger: Trigger,
  values: InputValues,
  connection: ConnectionValue,
  logger: ActionLogger,
  host: StepHost,
): Promise<void> {
  const context = contextOf(trigger, logger, host);
  // The platform calls every trigger alike; the types tell them apart.
  const start = (trigger.webhookCreate ?? trigger.onDeployPerform ?? trigger.perform) as (
    context: ActionContext,
    ...given: unknown[]
  ) => Promise<unknown>;
  const params = { ...untouched(trigger.inputs, connection), ...values };
  const url = { [context.flow.name]: "https://example.com" };
  const isWebhook = trigger.webhookCreate !== undefined;
  await start(
    { ...context, webhookUrls: url },
    ...(isWebhook ? [params] : [{ body: { data: null }, headers: {} }, params]),
  );
}
