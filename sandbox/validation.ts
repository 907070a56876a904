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
    const result = schema.safeParse(data ?? {}, {
      error: (issue) =>
        issue.code === "invalid_type" && issue.input === undefined
          ? "Missing data for required field."
          : undefined,
    });
    return result.success
      ? { value: result.data }
      : { error: new Problem(400, "Invalid request.", fieldErrors(result.error.issues)) };
  };
}

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
