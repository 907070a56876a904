import type {
  ActionContext,
  ActionLogger,
  Component,
  ConnectionValue,
  TriggerEventFunction,
  TriggerPayload,
} from "@prismatic-io/spectral/dist/serverTypes";
import { contextOf, type InputValues, type StepHost, untouched } from "./platform";

/** What a trigger starts a flow with. */
export interface Handed {
  readonly data: unknown;
  readonly status: number;
}

/** How a flow is shown at work. */
export interface Showing {
  /** How often something happens that starts it. */
  readonly times: number;
  /** How long nothing happens in between, in milliseconds. */
  readonly pauseMs: number;
  readonly print: (line: string) => void;
  /** How wide a line may be. */
  readonly width: number;
  readonly logger: ActionLogger;
  /** Stops it early. */
  readonly stopped: AbortSignal;
}

/** Who has a flow do something, and follows it. */
export interface Runner {
  readonly logger: ActionLogger;
  /** How inputs are named, and who waits. */
  readonly host?: StepHost;
}

/** A deployed flow that starts with one of the connector's triggers. It keeps its state. */
export interface Flow {
  /** Runs the trigger, on every page that it has to read. */
  run(runner: Runner, payload?: Partial<TriggerPayload>): Promise<Handed>;
  /** Runs what delivers the history when a flow is deployed, where its trigger does that. */
  readonly deliverHistory?: (runner: Runner) => Promise<Handed>;
  /** Where Gorgias has to be told to call it. */
  readonly webhook?: {
    /** Sets the webhook up. */
    deploy(runner: Runner): Promise<void>;
    /** Takes it away. */
    remove(runner: Runner): Promise<void>;
  };
}

/** Tells where the next page begins. */
type NextOf = Component["triggers"][string]["getNextPaginationState"];

/** The platform calls every trigger alike; the types tell polling ones apart. */
type Perform = (
  context: ActionContext,
  payload: TriggerPayload & { readonly paginationState?: object },
  params: InputValues,
) => Promise<Parameters<NonNullable<NextOf>>[1]>;

/**
 * Stands in for the platform: fills in inputs, keeps the state between runs, and runs the handlers
 * of a trigger.
 *
 * @param url the flow's webhook URL
 */
export function flowWith(
  { triggers }: Pick<Component, "triggers">,
  key: string,
  connection: ConnectionValue,
  given: InputValues,
  url = "",
): Flow {
  const trigger = triggers[key];
  if (!trigger) {
    throw new Error(`The connector has no trigger ${key}.`);
  }
  const params = { ...untouched(trigger.inputs, connection), ...given };
  const kept = { instanceState: {}, crossFlowState: {} };
  const contextFor = ({ logger, host }: Runner): ActionContext => {
    const context = contextOf(trigger, logger, host);
    return { ...context, ...kept, webhookUrls: { [context.flow.name]: url } };
  };

  const pages = async (
    perform: Perform,
    nextOf: NextOf,
    runner: Runner,
    given: Partial<TriggerPayload> = {},
  ): Promise<Handed> => {
    const context = contextFor(runner);
    const payload = { ...payloadOf(context), ...given };
    let result = await perform(context, payload, params);
    let { data } = result.payload.body;
    for (let next = nextOf?.(context, result); next; next = nextOf?.(context, result)) {
      result = await perform(context, { ...payload, paginationState: next }, params);
      data = [data, result.payload.body.data].flat();
    }
    return { data, status: result.response?.statusCode ?? 200 };
  };
  const handle = async (handler: TriggerEventFunction, runner: Runner): Promise<void> => {
    const result = await handler(contextFor(runner), params);
    Object.assign(kept.crossFlowState, result?.crossFlowState);
  };

  const { onDeployPerform, webhookCreate, webhookDelete } = trigger;
  return {
    run: (runner, payload) =>
      pages(trigger.perform as Perform, trigger.getNextPaginationState, runner, payload),
    ...(onDeployPerform && {
      deliverHistory: (runner) =>
        pages(onDeployPerform as Perform, trigger.getOnDeployNextPaginationState, runner),
    }),
    ...(webhookCreate &&
      webhookDelete && {
        webhook: {
          deploy: (runner) => handle(webhookCreate, runner),
          remove: (runner) => handle(webhookDelete, runner),
        },
      }),
  };
}

/** What a run on a schedule gets. */
function payloadOf(context: ActionContext): TriggerPayload {
  const { customer, instance, user, integration, flow, executionId, startedAt } = context;
  const { webhookUrls, webhookApiKeys, invokeUrl } = context;
  return {
    headers: {},
    queryParameters: {},
    rawBody: { data: null },
    body: { data: null },
    pathFragment: "",
    webhookUrls,
    webhookApiKeys,
    invokeUrl,
    executionId,
    customer,
    instance,
    user,
    integration,
    flow,
    startedAt,
    globalDebug: false,
  };
}
