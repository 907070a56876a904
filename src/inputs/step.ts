import type { ActionLogger, Inputs } from "@prismatic-io/spectral";
import { GorgiasClient } from "../client";
import { accountOf } from "../client/authorization";
import { InputError } from "../client/errors";
import { maskOf } from "../client/log";
import { connection, debugRequest } from "./common";
import { type Fields, toInputs, type Values } from "./field";

/** What a step gets from the platform, as far as a client needs it. */
export interface StepContext {
  readonly logger: ActionLogger;
  /** Data sources have none. */
  readonly debug?: { readonly enabled: boolean };
}

/** Whatever works on a Gorgias account has these inputs: Connection first, Debug Request last. */
export function stepInputs(fields: Fields): Inputs {
  const deferred = Object.entries({ ...fields, debugRequest }).map(([key, { read, ...rest }]) => [
    key,
    { ...rest, read: (value: unknown) => orRefused(() => read(value)) },
  ]);
  return toInputs({ connection, ...Object.fromEntries(deferred) });
}

/** An input that was refused. It is told of once the connection is known, whose secrets it hides. */
class Refused {
  constructor(readonly error: InputError) {}
}

function orRefused(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) {
      return new Refused(error);
    }
    throw error;
  }
}

/** A refusal quotes what was given; what the connection keeps secret is taken out of it. */
export function withoutSecrets(error: unknown, connection: unknown): unknown {
  return error instanceof InputError
    ? new InputError(error.label, maskOf(accountOf(connection).secrets)(error.problem))
    : error;
}

/**
 * A client for the connection that a step was given.
 *
 * @param params what the inputs hold, read and checked
 * @param secrets texts of the step's own that the debug log hides
 */
export function clientOf(
  { logger, debug }: StepContext,
  params: Readonly<Record<string, unknown>>,
  secrets: readonly string[] = [],
): GorgiasClient {
  const { connection, debugRequest } = params;
  return new GorgiasClient({
    connection,
    logger,
    debug: debugRequest === true || debug?.enabled === true,
    secrets,
  });
}

/**
 * What the inputs besides those two hold.
 *
 * @throws InputError when one of them was refused
 */
export function valuesOf<F extends Fields>(params: Readonly<Record<string, unknown>>): Values<F> {
  const refused = Object.values(params).find((one) => one instanceof Refused);
  if (refused) {
    throw refused.error;
  }
  const { connection: _connection, debugRequest: _debugRequest, ...values } = params;
  return values as Values<F>;
}
