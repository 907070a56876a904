import type { ActionLogger, Inputs } from "@prismatic-io/spectral";
import { type ClientOptions, GorgiasClient } from "./client";
import { accountOf } from "./client/authorization";
import { isObject, type JsonObject } from "./client/json";
import { maskOf } from "./client/secrets";
import { type Fields, toInputs, type Values } from "./fields/field";
import { type Check, type Host, readInputs } from "./fields/readInputs";
import { connection, debugRequest } from "./inputs/common";

/** What a step gets from the host that runs it, as far as it is needed here. */
export interface StepContext {
  readonly logger: ActionLogger;
  /** Data sources have none. */
  readonly debug?: { readonly enabled: boolean };
  /** What steps of this execution kept. Only actions have it. */
  readonly executionState?: Readonly<Record<string, unknown>> | null;
  /**
   * How a host that isn't the platform names inputs, and what it refuses itself. The platform shows
   * labels, and refuses nothing.
   */
  readonly inputHost?: Omit<Host, "mask">;
  /** Who waits for the step, can call it off, and sees how far it is. On the platform, nobody. */
  readonly watcher?: Pick<ClientOptions, "signal" | "onProgress">;
}

/** A step that is ready to run. */
export interface Step<F extends Fields> {
  readonly gorgias: GorgiasClient;
  /** What the step's own inputs hold. */
  readonly values: Values<F>;
  /** All that the platform is to keep until the execution ends; undefined where nothing is new. */
  newState(): JsonObject | undefined;
}

/** What differs from step to step besides its inputs. */
export interface StepOptions<F extends Fields> {
  /** Refuses combinations of values. */
  readonly check?: Check<F> | undefined;
  /** Texts that the debug log hides, beside the connection's secrets. */
  readonly secrets?: readonly string[] | undefined;
  /** How long its requests may take in all, in milliseconds. @defaultValue 14 minutes */
  readonly timeLimitMs?: number | undefined;
}

/** The inputs of whatever works on a Gorgias account: Connection first, Debug Request last. */
export function stepInputs(fields: Fields): Inputs {
  return toInputs({ connection, ...fields, debugRequest });
}

/**
 * Reads what a step was given and makes the client that it works with.
 *
 * @param params what the inputs of {@link stepInputs} hold, as the host hands them over
 * @throws GorgiasConnectionError when the connection cannot be used as it is filled in
 * @throws InputError with every input that cannot be used
 */
export async function openStep<F extends Fields>(
  { logger, debug, inputHost, watcher, executionState }: StepContext,
  params: Readonly<Record<string, unknown>>,
  fields: F,
  { check, secrets, timeLimitMs }: StepOptions<F> = {},
): Promise<Step<F>> {
  const filledIn = Object.entries(fields).flatMap(
    ([key, { secretsIn }]) => secretsIn?.(params[key]) ?? [],
  );
  const mask = maskOf(() => [...accountOf(params.connection).secrets(), ...filledIn]);
  const host = { ...inputHost, mask };
  const all = { ...fields, debugRequest };
  const { debugRequest: isDebugged, ...values } = await readInputs(
    all,
    params,
    host,
    check as Check<typeof all> | undefined,
  );
  // A flow can work on several accounts.
  const place = `gorgias ${accountOf(params.connection).origin}`;
  const before = executionState?.[place];
  const kept = isObject(before) ? before : {};
  const gorgias = new GorgiasClient({
    connection: params.connection,
    logger,
    debug: isDebugged || debug?.enabled === true,
    secrets: [...(secrets ?? []), ...filledIn],
    timeLimitMs,
    kept,
    ...watcher,
  });
  return {
    gorgias,
    values: values as unknown as Values<F>,
    // With what others keep: nothing says that what is left out stays.
    newState: () =>
      gorgias.kept === kept ? undefined : { ...executionState, [place]: gorgias.kept },
  };
}
