import type {
  Action,
  ActionContext,
  ActionLogger,
  ConnectionValue,
} from "@prismatic-io/spectral/dist/serverTypes";
import type { StepContext } from "../src/step";

/** What the inputs of an action hold, by key. */
export type InputValues = Readonly<Record<string, unknown>>;

/** What the connector is told beside what the platform tells it: how inputs are named, who waits. */
export type StepHost = Pick<StepContext, "inputHost" | "watcher">;

/** Inputs are called by their keys. */
const BY_KEYS: StepHost = { inputHost: { nameOf: (key) => key } };

/**
 * Stands in for the platform: fills in the connection and each default, and hands over what a step
 * of a flow gets.
 *
 * @param given the inputs that a person filled in
 * @returns what the step answers: its data is what later steps of a flow would see
 */
export async function perform<Result>(
  step: PerformedStep<Result>,
  given: InputValues,
  connection: ConnectionValue,
  logger: ActionLogger,
  host?: StepHost,
): Promise<Result> {
  return step.perform(contextOf(step, logger, host), {
    ...untouched(step.inputs, connection),
    ...given,
  });
}

/** An action or a pick list. */
type PerformedStep<Result> = Pick<Action, "key" | "display" | "inputs"> & {
  perform(context: ActionContext, params: Record<string, unknown>): Promise<Result>;
};

/** What inputs hold that nobody has filled in: the connection, and each default. */
export function untouched(inputs: Action["inputs"], connection: ConnectionValue): InputValues {
  return Object.fromEntries(
    inputs.map((input) => [
      input.key,
      input.type === "connection" ? connection : `${input.default ?? ""}`,
    ]),
  );
}

/** A step that stands alone: an instance, a flow and an execution around it, and no state yet. */
export function contextOf(
  step: Pick<Action, "key" | "display">,
  logger: ActionLogger,
  host: StepHost = BY_KEYS,
): ActionContext {
  const startedAt = new Date().toISOString();
  const name = "On this machine";
  return {
    logger,
    ...host,
    instanceState: {},
    crossFlowState: {},
    executionState: {},
    integrationState: {},
    configVars: {},
    components: {},
    stepId: "step",
    executionId: "execution",
    webhookUrls: {},
    webhookApiKeys: {},
    invokeUrl: "",
    customer: { id: "customer", name, externalId: "customer" },
    instance: { id: "instance", name },
    user: { id: "user", email: "user@example.com", name, externalId: "user" },
    integration: {
      id: "integration",
      name,
      versionSequenceId: "1",
      externalVersion: "1.0.0",
    },
    flow: { id: "flow", name, stableId: "flow" },
    startedAt,
    executionFrame: {
      invokedByExecutionJWT: "",
      invokedByExecutionStartedAt: startedAt,
      executionId: "execution",
      executionStartedAt: startedAt,
      componentActionKey: step.key,
      stepName: step.display.label,
      loopPath: "",
    },
    flowSchemas: {},
    globalDebug: false,
    debug: {
      enabled: false,
      timeElapsed: { mark() {}, measure() {} },
      memoryUsage() {},
      results: {
        timeElapsed: { marks: {}, measurements: {} },
        memoryUsage: [],
        allowedMemory: 1024,
      },
    },
    invokeFlow: () => Promise.reject(new Error("Only the platform has flows to invoke.")),
  };
}
