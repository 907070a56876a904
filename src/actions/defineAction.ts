import {
  type ActionDefinition,
  action,
  type Inputs,
  type OutputSchema,
  PerformSafety,
} from "@prismatic-io/spectral";
import { GorgiasClient } from "../client";
import { connection, debugRequest } from "../inputs/common";
import { type Fields, toInputs, type Values } from "../inputs/field";
import type { Resource } from "../schemas/schema";

/** What is special about one action; {@link defineAction} adds what all of them share. */
export interface ActionSpec<F extends Fields, T> {
  /** The key that flows refer to. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Whether it changes nothing in Gorgias, so that the platform may run it while a flow is built. */
  readonly readOnly: boolean;
  readonly inputs: F;
  /** What comes back. */
  readonly returns: Resource<T>;
  /** @param values what the inputs hold, read and checked */
  perform(gorgias: GorgiasClient, values: Values<F>): Promise<T>;
}

/** An action, ready for the component. */
export interface Action {
  readonly key: string;
  readonly readOnly: boolean;
  readonly definition: ActionDefinition;
}

/**
 * Makes an action: adds the Connection and Debug Request inputs, builds the client, and declares
 * example, output schema and whether it is safe to run inline.
 */
export function defineAction<F extends Fields, T>(spec: ActionSpec<F, T>): Action {
  const { key, label, description, readOnly, inputs, returns, perform } = spec;
  return {
    key,
    readOnly,
    definition: action<Inputs, Record<string, unknown>, boolean, { data: unknown }>({
      display: { label, description },
      inputs: toInputs({ connection, ...inputs, debugRequest }),
      async perform({ logger, debug }, { connection, debugRequest, ...values }) {
        const gorgias = new GorgiasClient({
          connection,
          logger,
          debug: debugRequest === true || debug.enabled,
        });
        return { data: await perform(gorgias, values as Values<F>) };
      },
      performSafety: readOnly ? PerformSafety.SAFE : PerformSafety.NOT_ALLOWED,
      examplePayload: { data: returns.example },
      outputSchema: { type: "actionOutput", schema: returns.schema } as OutputSchema,
    }),
  };
}
