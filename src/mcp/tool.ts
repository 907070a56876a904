import type { Action } from "../actions/action";
import { isList } from "../actions/list";
import { isObject } from "../client/json";
import { type Field, required } from "../fields/field";
import type { Schema } from "../schemas/schema";
import { operations } from "./operations";
import { limitComments } from "./results";
import { type Words, wordsOf } from "./words";

/** What a model can choose, as it is listed. */
export interface Offer {
  readonly name: string;
  /** For the model: what it does, when to prefer another tool, what comes back, how to page. */
  readonly description: string;
  readonly action: Pick<Action, "label" | "effect">;
  /** In the order in which they are listed. */
  readonly parameters: readonly Pick<Parameter, "name" | "required" | "accepts" | "comments">[];
  /** What takes every argument that is named like a file. */
  readonly labelledFiles?: LabelledFiles | undefined;
  /** Whether the argument that picks fields of the answer is listed. @defaultValue false */
  readonly listsFields?: boolean | undefined;
}

/** An operation that a model can choose. */
export interface Tool extends Offer {
  readonly action: Action;
  readonly parameters: readonly Parameter[];
}

/** A tool that runs another one, which the call names. */
export interface Dispatcher extends Offer {
  /**
   * What a call stands for.
   *
   * @throws InputError where it names nothing that this tool runs
   */
  readonly standsFor: (given: Given) => Call;
}

/** Whether a tool runs an action of its own. */
export function isTool(tool: Tool | Dispatcher): tool is Tool {
  return !("standsFor" in tool);
}

/** A tool with all arguments of a call, as they came. */
export interface Call {
  readonly tool: Tool;
  readonly given: Given;
}

/** All arguments of a call, as they came. */
export type Given = Readonly<Record<string, unknown>>;

/** Turns what an argument takes into what its input takes. */
export type ToInput = (value: unknown, given: Given) => unknown;

/** One argument of a tool. */
export interface Parameter {
  readonly name: string;
  /** The key of the action's input that it fills in. */
  readonly input: string;
  /** That input; required where the argument is. */
  readonly field: Field<unknown>;
  /** Whether it is listed as required. */
  readonly required: boolean;
  readonly accepts: Field<unknown>["accepts"];
  /** What it means, for the model. */
  readonly comments: string | undefined;
  readonly toInput: ToInput | undefined;
  /** Whether it goes into Additional Fields, because the action has no input for it. */
  readonly isFurther: boolean;
}

/** Arguments that bear the name of the file that they hold. */
export interface LabelledFiles {
  /** The key of the input that takes all of them. */
  readonly input: string;
  readonly comments: string;
  /** @param given those arguments alone */
  readonly toInput: (given: Given) => unknown;
}

/** How an argument differs from the input that it fills in. */
export interface Difference {
  readonly name: string;
  readonly input?: string;
  readonly required?: boolean;
  readonly accepts?: Schema<unknown>;
  readonly comments?: string;
  readonly toInput?: ToInput;
  /** Listed as an object, while the input takes text: as { name }. Text alone is taken too. */
  readonly byName?: boolean;
  /** How it is read, where the action has no input for it: it goes into Additional Fields. */
  readonly further?: Field<unknown>;
}

/** A tool, declared. */
export interface ToolSpec {
  /** The action's key. */
  readonly action: string;
  /** An input's key, or how the argument differs from the input. */
  readonly takes: readonly (string | Difference)[];
  readonly labelledFiles?: LabelledFiles;
  /** Whether the argument that picks fields of the answer is listed. @defaultValue false */
  readonly listsFields?: boolean;
}

/** What goes in front of the names of the customers' tools. */
export const PREFIX = "gorgias_customers_";

/**
 * Makes a tool of an action.
 *
 * @param names the tools' names by action, for the actions that the guidance refers to
 * @throws Error for an action or input that does not exist
 */
export function toolOf(name: string, spec: ToolSpec, names: ReadonlyMap<string, string>): Tool {
  const action = operations[spec.action];
  if (!action) {
    throw new Error(`${name}: there is no action ${spec.action}.`);
  }
  const taken = spec.takes.map((one) => (typeof one === "string" ? { name: one } : one));
  const inputs = new Map(taken.map((one) => [one.input ?? one.name, one.name]));
  const { description, comments } = wordsOf(spec.action, inputs, names);
  const parameters = taken.map((one) => parameterOf(spec.action, action, one, comments));
  const texts = [description, spec.labelledFiles?.comments];
  return {
    name,
    description: texts.filter(Boolean).join(" "),
    action,
    parameters,
    labelledFiles: spec.labelledFiles,
    listsFields: spec.listsFields,
  };
}

function parameterOf(
  key: string,
  action: Action,
  difference: Difference,
  comments: Words["comments"],
): Parameter {
  const { name, input = name, byName = false } = difference;
  const { further } = difference;
  const field = further ? action.inputs.additionalFields && further : action.inputs[input];
  if (!field) {
    throw new Error(`${key}: there is no input ${input}.`);
  }
  const ownWords = input === "limit" && isList(action) ? limitComments : undefined;
  return {
    name,
    input,
    field: difference.required ? required(field) : field,
    required: difference.required ?? field.isRequired === true,
    accepts: difference.accepts ?? (byName ? named(field.accepts) : field.accepts),
    comments: difference.comments ?? ownWords ?? comments[input] ?? further?.display.comments,
    toInput: difference.toInput ?? (byName ? namesIn : undefined),
    isFurther: further !== undefined,
  };
}

function named(accepts: Field<unknown>["accepts"]): Schema<unknown> {
  const type: Schema<unknown> = typeof accepts === "function" ? {} : accepts;
  return type.items
    ? { ...type, items: named(type.items) }
    : { type: "object", properties: { name: type } };
}

function namesIn(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(namesIn);
  }
  return isObject(value) && "name" in value ? value.name : value;
}
