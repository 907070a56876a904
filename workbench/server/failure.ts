import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Mask } from "../../src/client/secrets";
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

/**
 * Answers what was thrown: what the page is told, or that something is wrong with the workbench:
 * where that is, whoever started it reads in the terminal.
 */
export function answerFailure(error: Error, context: Context, mask: Mask): Response {
  if (error instanceof Refused) {
    return context.json(error.failure, error.status);
  }
  process.stderr.write(`${mask(error.stack ?? error.message)}\n`);
  const failure: Failure = { message: `The workbench failed: ${mask(error.message)}` };
  return context.json(failure, 500);
}

/** The words of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
