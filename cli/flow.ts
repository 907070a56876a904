import type {
  ActionContext,
  ActionLogger,
  Component,
  ConnectionValue,
  TriggerPayload,
} from "@prismatic-io/spectral/dist/serverTypes";
import { contextOf, type InputValues, untouched } from "./platform";

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

/** A deployed flow that starts with one of the connector's triggers. It keeps its state. */
export interface Flow {
  run(payload?: Partial<TriggerPayload>): Promise<Handed>;
  /** Sets its webhook up. */
  deploy(): Promise<void>;
  /** Takes its webhook away. */
  remove(): Promise<void>;
}

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
  logger: ActionLogger,
  url = "",
): Flow {
  const trigger = triggers[key];
  if (!trigger) {
    throw new Error(`The connector has no trigger ${key}.`);
  }
  const params = { ...untouched(trigger.inputs, connection), ...given };
  const blank = contextOf(trigger, logger);
  const context: ActionContext = { ...blank, webhookUrls: { [blank.flow.name]: url } };
  // The platform calls every trigger alike; the types tell polling ones apart.
  const perform = trigger.perform as (
    context: ActionContext,
    payload: TriggerPayload,
    params: InputValues,
  ) => Promise<{ payload: TriggerPayload; response?: { statusCode: number } }>;
  return {
    async run(payload = {}) {
      const result = await perform(context, { ...payloadOf(context), ...payload }, params);
      return { data: result.payload.body.data, status: result.response?.statusCode ?? 200 };
    },
    async deploy() {
      const kept = await trigger.webhookCreate?.(context, params);
      Object.assign(context.crossFlowState, kept?.crossFlowState);
    },
    async remove() {
      const kept = await trigger.webhookDelete?.(context, params);
      Object.assign(context.crossFlowState, kept?.crossFlowState);
    },
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
