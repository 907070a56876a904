import * as z from "zod/mini";
import { isObject, type JsonObject } from "../client/json";
import { visible } from "../client/trimmed";
import { fileBytesOf, utf8 } from "./bytes";
import { toBoolean } from "./choice";
import { type Field, type FieldOptions, field, isBlank, required, type Shape } from "./field";
import { InputError, MOST_FAULTS, unexpected, within } from "./inputError";
import { parsed as parsedText } from "./jsonText";
import { toNumber, toWholeNumber } from "./number";
import { plain } from "./plain";
import { EMAIL, TIDY, toEmail, toText } from "./text";

/**
 * JSON, typed as text or handed over from an earlier step.
 *
 * @param mended what came, made fit for the shape
 */
export function json<T>(
  shape: Shape<T>,
  options: FieldOptions,
  mended = (parsed: unknown) => parsed,
): Field<T | undefined> {
  return jsonField(shape, options, (parsed) => ({ value: mended(parsed) }));
}

/**
 * Any JSON value, which must be there. An empty list or text in JSON is one, and so is the word
 * null; only what nobody filled in is none.
 */
export function anyJson(options: FieldOptions): Field<unknown> {
  const { read, ...rest } = required(
    field<unknown[]>(
      { ...options, type: "code", language: "json" },
      (boxed, name) => (boxed as unknown[]).map((value) => toJson(value, name)),
      anything,
    ),
  );
  const boxed = (value: unknown) => (isBlank(value) && !Array.isArray(value) ? undefined : [value]);
  return { ...rest, read: (value, name) => read(boxed(value), name)[0] };
}

/** The shape of anything that can be JSON. */
const anything = () => z.unknown();

/**
 * A JSON list. One object alone is taken as a list of one; rows that were left blank don't count.
 *
 * @param toList makes a list of an object where it isn't an item
 * @param finish makes the items into something else; it is told which row each of them was in
 */
export function jsonList<T, U = T>(
  shape: Shape<T[]>,
  options: FieldOptions,
  toList: (parsed: unknown) => unknown = listOf,
  finish?: Finish<T[], U[]>,
): Field<U[] | undefined> {
  const prepare = (parsed: unknown) => {
    const list = toList(parsed);
    if (!Array.isArray(list)) {
      return { value: list };
    }
    const rows = [...list.keys()].filter((row) => Array.isArray(list[row]) || !isBlank(list[row]));
    return { value: rows.map((row) => list[row]), rows };
  };
  return jsonField(shape, options, prepare, finish);
}

/** Makes something of a value that has its shape. */
type Finish<T, U> = (value: T, name: string, rows: readonly number[]) => U;

/** What can stand for a list: one item alone, or the whole answer that holds the list. */
export function listOf(value: unknown): unknown {
  const given = isObject(value) && Array.isArray(value.data) ? value.data : value;
  return isObject(given) ? [given] : given;
}

interface Prepared {
  readonly value: unknown;
  /** Of a list: which row each item was in. */
  readonly rows?: readonly number[];
}

function jsonField<T, U = T>(
  shape: Shape<T>,
  options: FieldOptions,
  prepare: (parsed: unknown) => Prepared,
  finish: Finish<T, U> = (value) => value as unknown as U,
): Field<U | undefined> {
  const read = (value: unknown, name: string): U | undefined => {
    const { value: given, rows = [] } = prepare(toJson(value, name));
    // The word null and an empty list are as good as blank.
    return isBlank(given) ? undefined : finish(checked(shape(), given, name, rows), name, rows);
  };
  return field({ ...options, type: "code", language: "json" }, read, shape);
}

/**
 * Reads JSON from text or a file, or takes what an earlier step handed over.
 *
 * @throws InputError for what JSON cannot hold: it would be lost on the way or turn into something
 *   else
 */
export function toJson(value: unknown, name: string): unknown {
  const bytes = fileBytesOf(value);
  const given = bytes ? utf8(bytes) : value;
  if (given === undefined) {
    throw unexpected(name, "JSON", value);
  }
  return typeof given === "string"
    ? plain(parsedText(given, name), name, true)
    : plain(given, name);
}

/**
 * Holds a value to a shape. An id, a number, true or false that came as text, a number where text is
 * wanted, and an address with something around it become what the shape asks for.
 *
 * @param value nothing but JSON, and nobody else's: it is changed where it stands
 * @param rows which row each item of a list was in, where blank ones were left out
 * @returns the value, fields that the shape doesn't name included
 * @throws InputError that names the path of each fault, for example `Messages[0].channel`
 */
function checked<T>(
  shape: z.ZodMiniType<T>,
  value: unknown,
  name: string,
  rows: readonly number[] = [],
): T {
  let result = shape.safeParse(value);
  // What is mended can have something else beside it that is only looked at then.
  while (!result.success && result.error.issues.filter((one) => mend(value, one)).length > 0) {
    result = shape.safeParse(value);
  }
  if (result.success) {
    // No shape makes anything of a value, so this is what it would answer, whatever its keys are.
    return value as T;
  }
  const faults = result.error.issues.slice(0, MOST_FAULTS).map((issue) =>
    unexpected(
      within(
        name,
        issue.path.map((key, depth) => (depth === 0 ? (rows[Number(key)] ?? key) : key)),
      ),
      expectation(issue),
      at(value, issue.path),
    ),
  );
  throw new InputError(faults.flatMap(({ refusals }) => refusals));
}

/** How a value is read that came as another kind, by the kind that was expected. */
const READERS: Readonly<Record<string, (value: unknown, name: string) => unknown>> = {
  int: (value, name) => toWholeNumber(value, name, { min: Number.NEGATIVE_INFINITY }),
  number: toNumber,
  boolean: toBoolean,
  string: toText,
  array: listOf,
  [EMAIL]: toEmail,
  [TIDY]: (value, name) => visible(toText(value, name)),
};

/** Makes what an issue is about into what was expected, where it can mean one thing only. */
function mend(value: unknown, issue: Issue): boolean {
  const key = issue.path.at(-1);
  const holder = at(value, issue.path.slice(0, -1));
  const given = at(value, issue.path);
  const read = READERS[issue.code === "invalid_type" ? issue.expected : issue.message];
  if (key === undefined || read === undefined || given === undefined || given === null) {
    return false;
  }
  try {
    const isLeftOut = typeof given === "string" && isBlank(given) && issue.message !== TIDY;
    const mended = isLeftOut ? undefined : read(given, "");
    (holder as Record<PropertyKey, unknown>)[key] = mended;
    return mended !== given;
  } catch {
    return false;
  }
}

/** Any JSON object. */
export function toObject(value: unknown, name: string): JsonObject {
  const parsed = toJson(value, name);
  if (!isObject(parsed)) {
    throw unexpected(name, "a JSON object", value);
  }
  return parsed;
}

type Issue = z.core.$ZodIssue;

/** What an issue expected, in words. The mini build of zod leaves the wording to its users. */
function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return `one of ${issue.values.join(", ")}`;
    case "too_small":
      return issue.origin === "array"
        ? `a list of at least ${issue.minimum}`
        : `a number of at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "array"
        ? `a list of at most ${issue.maximum}`
        : issue.origin === "string"
          ? `at most ${issue.maximum} characters`
          : `a number of at most ${issue.maximum}`;
    default:
      return issue.message === "Invalid input" ? "a different value" : issue.message;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  nonoptional: "a value",
};

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as JsonObject)[String(key)] : undefined,
    value,
  );
}
