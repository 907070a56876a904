import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Failure } from "../messages";

/** A request of the page that is not carried out, and what the page is told. */
export class Refused extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly failure: Failure,
  ) {
    super(failure.message);
  }
}

/** Answers what was thrown: of a fault of ours, only that there was one. */
export function answerFailure(error: Error, context: Context): Response {
  if (error instanceof Refused) {
    return context.json(error.failure, error.status);
  }
  const failure: Failure = { message: `The workbench failed unexpectedly: ${error.message}` };
  return context.json(failure, 500);
}

/** The words of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
