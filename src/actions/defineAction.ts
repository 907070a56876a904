import {
  type ActionDefinition,
  action,
  type Inputs,
  type OutputSchema,
  PerformSafety,
} from "@prismatic-io/spectral";
import type { GorgiasClient } from "../client";
import type { Fields, Values } from "../inputs/field";
import { clientOf, stepInputs, valuesOf, withoutSecrets } from "../inputs/step";
import type { Schema } from "../schemas/schema";

/** What is special about one action; {@link defineAction} adds what all of them share. */
export interface ActionSpec<F extends Fields, T> {
  /** The key that flows refer to. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Whether it changes nothing in Gorgias, so that the platform may run it while a flow is built. */
  readonly readOnly: boolean;
  readonly inputs: F;
  /** What comes back: the schema of the step's data, and an example. */
  readonly returns: { readonly schema: Schema<unknown>; readonly example: T };
  /** @param values what the inputs hold, read and checked */
  perform(gorgias: GorgiasClient, values: Values<F>): Promise<T>;
}

/** An action, ready for its hosts. */
export interface Action {
  readonly key: string;
  readonly label: string;
  readonly readOnly: boolean;
  /** What is special about its inputs: Connection and Debug Request are not among them. */
  readonly inputs: Fields;
  /** What it does, for a host that reads the inputs itself: what they hold goes in by key. */
  run(gorgias: GorgiasClient, values: Readonly<Record<string, unknown>>): Promise<StepResult>;
  /** The same for the integration platform. */
  readonly definition: ActionDefinition;
}

/**
 * Makes an action: adds the Connection and Debug Request inputs, builds the client, and declares
 * example, output schema and whether it is safe to run inline.
 */
export function defineAction<F extends Fields, T>(spec: ActionSpec<F, T>): Action {
  return define(spec, (data) => ({ data }));
}

/** Makes an action that answers a whole step result, content type included. */
export function defineResultAction<F extends Fields>(spec: ActionSpec<F, StepResult>): Action {
  return define(spec, (result) => result);
}

/** What a step of a flow answers. */
export interface StepResult {
  readonly data: unknown;
  readonly contentType?: string;
}

function define<F extends Fields, T>(
  { key, label, description, readOnly, inputs, returns, perform }: ActionSpec<F, T>,
  toResult: (answer: T) => StepResult,
): Action {
  const run = async (gorgias: GorgiasClient, values: Readonly<Record<string, unknown>>) =>
    toResult(await perform(gorgias, values as Values<F>));
  return {
    key,
    label,
    readOnly,
    inputs,
    run,
    definition: action<Inputs, Record<string, unknown>, boolean, StepResult>({
      display: { label, description },
      inputs: stepInputs(inputs),
      async perform(context, params) {
        try {
          return await run(clientOf(context, params), valuesOf<F>(params));
        } catch (error) {
          throw withoutSecrets(error, params.connection);
        }
      },
      performSafety: readOnly ? PerformSafety.SAFE : PerformSafety.NOT_ALLOWED,
      examplePayload: toResult(returns.example),
      outputSchema: { type: "actionOutput", schema: returns.schema } as OutputSchema,
    }),
  };
}
