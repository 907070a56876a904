import type { z } from "zod/mini";
import { InputError } from "../client/errors";
import { isObject, type JsonObject } from "../client/json";
import { type About, type Field, field, isBlank, unexpected } from "./field";

/** What a JSON input must look like. A function, so that it is built only when it is needed. */
export type Shape<T> = () => z.ZodMiniType<T>;

/** JSON, typed as text or handed over from an earlier step. */
export function json<T>(shape: Shape<T>, about: About): Field<T | undefined> {
  return jsonField(shape, about, (parsed) => parsed);
}

/** A JSON list. One object alone is taken as a list of one. */
export function jsonList<T>(shape: Shape<T[]>, about: About): Field<T[] | undefined> {
  return jsonField(shape, about, (parsed) => (isObject(parsed) ? [parsed] : parsed));
}

function jsonField<T>(
  shape: Shape<T>,
  about: About,
  prepare: (parsed: unknown) => unknown,
): Field<T | undefined> {
  const read = (value: unknown, label: string): T | undefined => {
    const parsed = toJson(value, label);
    // The word null is meant, where a shape allows it; an empty list is as good as blank.
    return isBlank(parsed) && parsed !== null
      ? undefined
      : checked(shape(), prepare(parsed), label);
  };
  return field({ ...about, type: "code", language: "json" }, read, shape);
}

/**
 * Reads JSON from text, or takes what an earlier step handed over.
 *
 * @throws InputError for what JSON cannot hold: it would be lost on the way or turn into null
 */
export function toJson(value: unknown, label: string): unknown {
  try {
    const given = typeof value === "string" ? JSON.parse(value) : value;
    return JSON.parse(JSON.stringify(given, onlyJson));
  } catch {
    throw unexpected(label, "JSON", value);
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
 * @throws InputError that names the path, for example `Messages[0].channel`
 */
export function checked<T>(shape: z.ZodMiniType<T>, value: unknown, label: string): T {
  const result = shape.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  if (!issue) {
    throw new InputError(label, "cannot be used.");
  }
  const where = issue.path.reduce<string>(
    (path, key) => (typeof key === "number" ? `${path}[${key}]` : `${path}.${String(key)}`),
    label,
  );
  throw unexpected(where, expectation(issue), at(value, issue.path));
}

/** Any JSON object. */
export function toObject(value: unknown, label: string): JsonObject {
  const parsed = toJson(value, label);
  if (!isObject(parsed)) {
    throw unexpected(label, "a JSON object", value);
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
        : `a number from ${issue.minimum}`;
    case "too_big":
      return issue.origin === "array"
        ? `a list of at most ${issue.maximum}`
        : issue.origin === "string"
          ? `at most ${issue.maximum} characters`
          : `a number up to ${issue.maximum}`;
    default:
      return issue.message === "Invalid input" ? "something else" : issue.message;
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
