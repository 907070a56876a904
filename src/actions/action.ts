import {
  type ActionDefinition,
  action,
  type Inputs,
  type OutputSchema,
  PerformSafety,
} from "@prismatic-io/spectral";
import type { GorgiasClient } from "../client";
import type { Fields, Values } from "../fields/field";
import type { Check } from "../fields/readInputs";
import type { Schema } from "../schemas/schema";
import { openStep, stepInputs } from "../step";
import { methodOf, type Route } from "./route";

/** What a step of a flow answers: its data, and for a file the content type beside it. */
export interface StepResult<T = unknown> {
  readonly data: T;
  readonly contentType?: string;
}

/** What every action says about itself. */
export interface ActionText {
  readonly label: string;
  readonly description: string;
  /**
   * What an agent needs to know beside the description: when to prefer another action, whose key
   * stands in braces, and what comes back.
   */
  readonly guidance: string;
  /** What an agent reads in place of the description, where that is about a form. */
  readonly told?: string;
  /** Where the action has a trap: what a builder has to know before filling in the form. */
  readonly directions?: string;
  /**
   * Left as its form is, it does what nobody asked for: the directions are a warning.
   *
   * @defaultValue false
   */
  readonly careful?: boolean;
  /** It is one of the few actions that most flows use. @defaultValue false */
  readonly important?: boolean;
}

/** An action that does its work in a function, because its route cannot say it. */
export interface OperationSpec<F extends Fields, T> extends ActionText {
  /** The endpoint that it calls; none for one that calls any. */
  readonly route?: Route;
  /** Whether it changes nothing in Gorgias. @defaultValue whether the route's method is GET */
  readonly readOnly?: boolean;
  /**
   * Whether it can change or delete what is there already. @defaultValue false for one that only reads
   * and for a POST, true for all others
   */
  readonly destructive?: boolean;
  /**
   * Whether doing it twice is the same as doing it once. @defaultValue true for one that only reads, a
   * PUT and a DELETE
   */
  readonly idempotent?: boolean;
  readonly inputs: F;
  /** What comes back: the schema of the step's data, and an example of its result. */
  readonly returns: { readonly schema: Schema<unknown>; readonly example: StepResult<T> };
  readonly check?: Check<NoInfer<F>> | undefined;
  /** @param values what the inputs hold, read and checked */
  perform(gorgias: GorgiasClient, values: Values<F>): Promise<StepResult<T>>;
}

/** What an action does to Gorgias, for whoever decides whether it may run. */
export interface Effect {
  /** It changes nothing, so the platform may run it while a flow is built. */
  readonly readOnly: boolean;
  /** It can change or delete what is there already. */
  readonly destructive: boolean;
  /** Doing it twice is the same as doing it once. */
  readonly idempotent: boolean;
}

/** An action, ready for its hosts. */
export interface Action extends ActionText {
  readonly route: Route | undefined;
  readonly effect: Effect;
  /** Its own inputs: Connection and Debug Request are not among them. */
  readonly inputs: Fields;
  readonly check: Check<Fields> | undefined;
  /** What it does, for a host that has read the inputs: what they hold goes in by key. */
  run(gorgias: GorgiasClient, values: Readonly<Record<string, unknown>>): Promise<StepResult>;
  /** The same for the integration platform. */
  readonly definition: ActionDefinition;
}

/** Actions on one kind of object. Their keys are those that flows refer to. */
export interface ActionGroup {
  /** What the actions work on: `Ticket custom fields`. */
  readonly title: string;
  readonly actions: Readonly<Record<string, Action>>;
}

/**
 * Makes an action of a function: adds the Connection and Debug Request inputs, reads the inputs,
 * builds the client, and declares example, output schema and whether it is safe to run inline.
 */
export function operation<F extends Fields, T>(spec: OperationSpec<F, T>): Action {
  const { label, description, guidance, told, directions, careful, important } = spec;
  const { route, inputs, returns, check, perform } = spec;
  const text = { ...(directions && { directions }), ...(important && { important }) };
  const effect = effectOf(spec);
  return {
    label,
    description,
    guidance,
    ...(told && { told }),
    ...text,
    ...(careful && { careful }),
    route,
    effect,
    inputs,
    check: check as Check<Fields> | undefined,
    run: (gorgias, values) => perform(gorgias, values as Values<F>),
    definition: action<Inputs, Record<string, unknown>, boolean, StepResult>({
      display: { label, description, ...text },
      get inputs() {
        return stepInputs(inputs);
      },
      async perform(context, params) {
        const { gorgias, values, newState } = await openStep(context, params, inputs, { check });
        const result = await perform(gorgias, values);
        const executionState = newState();
        return executionState ? { ...result, executionState } : result;
      },
      performSafety: effect.readOnly ? PerformSafety.SAFE : PerformSafety.NOT_ALLOWED,
      examplePayload: returns.example,
      outputSchema: { type: "actionOutput", schema: returns.schema } as OutputSchema,
    }),
  };
}

type Effects = Pick<
  OperationSpec<Fields, unknown>,
  "route" | "readOnly" | "destructive" | "idempotent"
>;

function effectOf({ route, ...given }: Effects): Effect {
  const method = route && methodOf(route);
  const { readOnly = method === "GET", destructive = !readOnly && method !== "POST" } = given;
  const { idempotent = readOnly || method === "PUT" || method === "DELETE" } = given;
  return { readOnly, destructive, idempotent };
}
