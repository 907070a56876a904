import type { InputFieldDefinition, Inputs } from "@prismatic-io/spectral";
import type { z } from "zod/mini";
import { InputError } from "../client/errors";

/** What the platform shows of an input: Spectral's definition without its `clean`. */
export type Shown = InputFieldDefinition extends infer One
  ? One extends InputFieldDefinition
    ? Omit<One, "clean">
    : never
  : never;

/** What a program, in place of a person, hands over: by JSON Schema, or by its shape. */
export type Accepted = JsonType | (() => z.ZodMiniType);

/** As much of JSON Schema as inputs need. */
export interface JsonType {
  readonly type?: "string" | "integer" | "boolean" | "object" | "array";
  readonly format?: "email" | "date-time";
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonType;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonType>>;
}

/**
 * One input: how the platform shows it, and how what it holds is read.
 *
 * @typeParam T what an action gets; with undefined for an input that may be left blank
 */
export interface Field<T> {
  readonly shown: Shown;
  readonly accepts: Accepted;
  /** @throws InputError for a value of the wrong kind */
  readonly read: (value: unknown) => T;
}

/** The inputs of an action by key. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What an action gets of its inputs. */
export type Values<F extends Fields> = { [K in keyof F]: ReturnType<F[K]["read"]> };

/** What an input is told about itself: its label, and what guides the person who fills it in. */
export interface About {
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
 * @param read gets what is not blank
 */
export function field<T>(
  shown: Shown,
  read: (value: unknown, label: string) => T,
  accepts: Accepted = { type: "string" },
): Field<T | undefined> {
  const label = labelOf(shown);
  return {
    shown,
    accepts,
    read: (value) => (isBlank(value) ? undefined : guarded(read, value, label)),
  };
}

/** Values from other steps can be objects of any class: what fails when it is looked at is refused. */
function guarded<T>(read: (value: unknown, label: string) => T, value: unknown, label: string): T {
  try {
    return read(value, label);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(label, "cannot be read.");
  }
}

/** Makes an input that must be filled in. */
export function required<T>({ shown, accepts, read }: Field<T | undefined>): Field<T> {
  const label = labelOf(shown);
  return {
    accepts,
    shown: { ...shown, required: true } as Shown,
    read(value) {
      const given = read(value);
      if (given === undefined) {
        throw new InputError(label, "this input is required and was left blank.");
      }
      return given;
    },
  };
}

/** The inputs of an action as Spectral takes them. */
export function toInputs(fields: Fields): Inputs {
  return Object.fromEntries(
    Object.entries(fields).map(([key, { shown, read }]) => [
      key,
      { ...shown, clean: read } as InputFieldDefinition,
    ]),
  );
}

/**
 * Whether an input was left as it was: nothing, an empty text or an empty list. Blank inputs never
 * reach Gorgias.
 */
export function isBlank(value: unknown): value is undefined {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/**
 * The error for a value of the wrong kind.
 *
 * @param where the input's label, with the path inside it where there is one
 * @param expected reads on from "expected", for example `a whole number`
 */
export function unexpected(where: string, expected: string, got: unknown): InputError {
  return new InputError(where, `expected ${expected}, got ${show(got)}.`);
}

/** A value in an error: short, on one line, whatever it is. */
export function show(value: unknown): string {
  if (value === undefined || value === null) {
    return "nothing";
  }
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return String(value);
  }
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // A value that JSON cannot hold is named by its kind below.
  }
  if (text === undefined) {
    return `a ${typeof value}`;
  }
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** An input's label, as the person who fills it in sees it. */
export function labelOf(shown: Pick<Shown, "label">): string {
  return typeof shown.label === "string" ? shown.label : shown.label.value;
}
