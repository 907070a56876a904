import type { InputFieldDefinition, Inputs } from "@prismatic-io/spectral";
import type { z } from "zod/mini";
import { trimmed } from "../client/trimmed";
import type { Schema } from "../schemas/schema";
import { InputError, refusal } from "./inputError";

/** What the platform shows of an input: Spectral's definition without its `clean`. */
export type Display = InputFieldDefinition extends infer One
  ? One extends InputFieldDefinition
    ? Omit<One, "clean">
    : never
  : never;

/** What JSON must look like. A function, so that it is built only when it is needed. */
export type Shape<T = unknown> = () => z.ZodMiniType<T>;

/**
 * One input: how the platform shows it, and how what it holds is read.
 *
 * @typeParam T what an action gets; with undefined for an input that may be left blank
 */
export interface Field<T> {
  readonly display: Display;
  /** What a program, in place of a person, hands over. */
  readonly accepts: Schema<unknown> | Shape;
  /**
   * @param name what the input is called where it was filled in
   * @throws InputError for a value of the wrong kind
   */
  readonly read: (value: unknown, name: string) => T;
  /** Whether it is refused when it is blank. @defaultValue false */
  readonly isRequired?: boolean;
  /** What a model reads of it, where the comments are for a form alone. */
  readonly told?: string;
  /** How it is cleared, where Gorgias can. @defaultValue it cannot be cleared */
  readonly cleared?: Cleared;
  /** The texts in what came that neither logs nor errors may show. @defaultValue none */
  readonly secretsIn?: (value: unknown) => readonly string[];
}

/** What an update sends to clear something (docs/gorgias-api.md, "Writes"). */
export interface Cleared {
  readonly value: unknown;
  /** Where it stands in the body. @defaultValue the input's own key */
  readonly key?: string | undefined;
  /** Whether something new is sent it as well: it is not the same as leaving the field out. */
  readonly ofNew?: boolean;
}

/** The inputs of an action by key. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What an action gets of its inputs. */
export type Values<F extends Fields> = { [K in keyof F]: Awaited<ReturnType<F[K]["read"]>> };

/** What an input says about itself: its label, and what guides the person who fills it in. */
export interface FieldOptions {
  readonly label: string;
  readonly comments: string;
  readonly example?: string;
  readonly placeholder?: string;
  readonly default?: string;
  /** The key of a data source that offers values to pick from. */
  readonly dataSource?: string;
}

/**
 * Makes an input that may be left blank.
 *
 * @param read gets what is not blank; a list of which nothing is left was blank after all
 */
export function field<T>(
  display: Display,
  read: (value: unknown, name: string) => T,
  accepts: Field<T>["accepts"] = { type: "string" },
): Field<T | undefined> {
  return {
    display,
    accepts,
    read(value, name) {
      const given = isBlank(value) ? undefined : guarded(read, value, name);
      return Array.isArray(given) && given.length === 0 ? undefined : given;
    },
  };
}

/** Values from other steps can be objects of any class: what fails when it is looked at is refused. */
function guarded<T>(read: (value: unknown, name: string) => T, value: unknown, name: string): T {
  try {
    return read(value, name);
  } catch (error) {
    throw error instanceof InputError ? error : refusal(name, "cannot be read.");
  }
}

/** What is wrong with a required input in which there is nothing. */
export const LEFT_BLANK = "this input is required and was left blank.";

/** Makes an input that must be filled in. Of a dropdown, the first choice is the example. */
export function required<T>({ display, read, ...others }: Field<T | undefined>): Field<T> {
  const [choice] = ("model" in display && display.model) || [];
  return {
    ...others,
    isRequired: true,
    display: withStar({ ...(choice && { example: choice.value }), ...display }),
    read(value, name) {
      const given = read(value, name);
      if (given === undefined) {
        throw refusal(name, LEFT_BLANK);
      }
      return given;
    },
  };
}

/**
 * Shows an input with a star, although it may be left blank where another one stands in its place.
 * The action's check refuses the step where nothing does. Agents are not told to fill it in; the
 * types of a manifest demand it, and a blank text will do (docs/flows-in-code.md, "Call an action").
 */
export function starred<T>({ display, ...others }: Field<T>): Field<T> {
  return { ...others, display: withStar(display) };
}

/** Spread, a display is no longer known to be of one type of input. */
function withStar(display: Display): Display {
  return { ...display, required: true } as Display;
}

/** The same input with other comments, for an action to which its own do not apply. */
export function commented<T>(
  { display, told: _, ...others }: Field<T>,
  comments: string,
): Field<T> {
  return { ...others, display: { ...display, comments } as Display };
}

/** The same input with a text of its own for models. */
export function told<T>(text: string, field: Field<T>): Field<T> {
  return { ...field, told: text };
}

/**
 * The same input where an update can clear what it sets. Left blank it changes nothing: a host whose
 * callers can say that they mean nothing sends what it takes.
 *
 * @param value what Gorgias is sent
 * @param key where it stands in the body, if not under the input's own key
 */
export function clearable<F extends Field<unknown>>(
  field: F,
  value: unknown = null,
  key?: string,
): F {
  return { ...field, cleared: { value, key } };
}

/** Inputs as Spectral takes them. They have no `clean`: {@link readInputs} reads them all at once. */
export function toInputs(fields: Fields): Inputs {
  return Object.fromEntries(Object.entries(fields).map(([key, { display }]) => [key, display]));
}

/**
 * Whether an input was left as it was: nothing, a text that shows nothing, or an empty list. Blank
 * inputs never reach Gorgias.
 */
export function isBlank(value: unknown): value is undefined {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && trimmed(value) === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** An input's label, as the person who fills it in sees it. */
export function labelOf({ display: { label } }: Pick<Field<unknown>, "display">): string {
  return typeof label === "string" ? label : label.value;
}
