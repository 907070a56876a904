import type { z } from "zod/mini";
import { isObject, type JsonObject } from "../client/json";
import { type Field, type FieldOptions, field, isBlank, type Shape } from "./field";
import { InputError, MOST_FAULTS, unexpected } from "./inputError";

/** JSON, typed as text or handed over from an earlier step. */
export function json<T>(shape: Shape<T>, options: FieldOptions): Field<T | undefined> {
  return jsonField(shape, options, (parsed) => parsed);
}

/** A JSON list. One object alone is taken as a list of one. */
export function jsonList<T>(shape: Shape<T[]>, options: FieldOptions): Field<T[] | undefined> {
  return jsonField(shape, options, (parsed) => (isObject(parsed) ? [parsed] : parsed));
}

function jsonField<T>(
  shape: Shape<T>,
  options: FieldOptions,
  prepare: (parsed: unknown) => unknown,
): Field<T | undefined> {
  const read = (value: unknown, name: string): T | undefined => {
    const parsed = toJson(value, name);
    // The word null is meant, where a shape allows it; an empty list is as good as blank.
    return isBlank(parsed) && parsed !== null ? undefined : checked(shape(), prepare(parsed), name);
  };
  return field({ ...options, type: "code", language: "json" }, read, shape);
}

/**
 * Reads JSON from text, or takes what an earlier step handed over.
 *
 * @throws InputError for what JSON cannot hold: it would be lost on the way or turn into null
 */
export function toJson(value: unknown, name: string): unknown {
  try {
    const given = typeof value === "string" ? JSON.parse(value) : value;
    return JSON.parse(JSON.stringify(given, onlyJson));
  } catch {
    throw unexpected(name, "JSON", value);
  }
}

function onlyJson(_key: string, value: unknown): unknown {
  const isLost =
    typeof value === "bigint" || typeof value === "function" || typeof value === "symbol";
  if (isLost || (typeof value === "number" && !Number.isFinite(value))) {
    throw new TypeError("JSON has no such value.");
  }
  return value;
}

/**
 * @returns the value as it came, fields that the shape doesn't name included
 * @throws InputError that names the path of each fault, for example `Messages[0].channel`
 */
export function checked<T>(shape: z.ZodMiniType<T>, value: unknown, name: string): T {
  const result = shape.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const faults = result.error.issues.slice(0, MOST_FAULTS).map((issue) => {
    const path = issue.path.reduce<string>(
      (before, key) => before + (typeof key === "number" ? `[${key}]` : `.${String(key)}`),
      name,
    );
    return unexpected(path, expectation(issue), at(value, issue.path));
  });
  throw new InputError(faults.flatMap(({ refusals }) => refusals));
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
};

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? (inner as JsonObject)[String(key)] : undefined,
    value,
  );
}
