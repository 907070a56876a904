import type {
  Action,
  ActionContext,
  ActionLogger,
  ConnectionValue,
} from "@prismatic-io/spectral/dist/serverTypes";
import type { Refusal } from "../src/fields/inputError";

/** What the inputs of an action hold, by key. */
export type InputValues = Readonly<Record<string, unknown>>;

/**
 * Stands in for the platform: fills in the connection and each default, hands over what a step of
 * a flow gets, and takes the answer.
 *
 * @param given the inputs that a person filled in
 * @param refusals what of them cannot be handed over at all
 * @returns what later steps of a flow would see
 */
export async function perform(
  action: Action,
  given: InputValues,
  connection: ConnectionValue,
  logger: ActionLogger,
  refusals: readonly Refusal[] = [],
): Promise<unknown> {
  const result = await action.perform(contextOf(action, logger, refusals), {
    ...untouched(action.inputs, connection),
    ...given,
  });
  return result?.data;
}

/** What inputs hold that nobody has filled in: the connection, and each default. */
export function untouched(inputs: Action["inputs"], connection: ConnectionValue): InputValues {
  return Object.fromEntries(
    inputs.map((input) => [
      input.key,
      input.type === "connection" ? connection : `${input.default ?? ""}`,
    ]),
  );
}

/** What the connector is told of the terminal beside what the platform tells it. */
interface TerminalContext extends ActionContext {
  /** In a terminal, inputs are known by their keys, and some are refused as they are typed. */
  readonly inputHost: {
    readonly nameOf: (key: string) => string;
    readonly refusals: readonly Refusal[];
  };
}

/** A step that stands alone: an instance, a flow and an execution around it, and no state yet. */
export function contextOf(
  step: Pick<Action, "key" | "display">,
  logger: ActionLogger,
  refusals: readonly Refusal[] = [],
): TerminalContext {
  const startedAt = new Date().toISOString();
  const name = "From a terminal";
  return {
    logger,
    inputHost: { nameOf: (key) => key, refusals },
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
    invokeFlow: () => Promise.reject(new Error("There are no flows in a terminal.")),
  };
}
