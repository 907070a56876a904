import type { FastifyTypeProvider } from "fastify";
import type { z } from "zod";
import { type FieldErrors, Problem, placeError } from "./problem";

/** Tells Fastify what a handler receives when its route declares zod schemas. */
export interface ZodTypes extends FastifyTypeProvider {
  validator: this["schema"] extends z.ZodType ? z.output<this["schema"]> : unknown;
}

/** Checks a query, path or body by its schema; the 400 names every field that is wrong. */
export function validatorFor(schema: z.ZodType) {
  return (data: unknown): { value: unknown } | { error: Problem } => {
    const result = schema.safeParse(data ?? {}, { error: messageFor });
    return result.success
      ? { value: result.data }
      : { error: new Problem(400, "Invalid request.", fieldErrors(result.error.issues)) };
  };
}

/** What a schema reads of one field of a body; the 400 names it and what is wrong within. */
export function read<T>(schema: z.ZodType<T>, data: unknown, field: string): T {
  const result = schema.safeParse(data, { error: messageFor });
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ ...issue, path: [field, ...issue.path] }));
  throw new Problem(400, "Invalid request.", fieldErrors(issues));
}

const messageFor: z.core.$ZodErrorMap = (issue) =>
  issue.code === "invalid_type" && issue.input === undefined
    ? "Missing data for required field."
    : undefined;

function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const tree: FieldErrors = {};
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) placeError(tree, [...issue.path, key], "Unknown field.");
    } else {
      placeError(tree, issue.path, issue.message);
    }
  }
  return tree;
}
