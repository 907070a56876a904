import { isObject } from "../../src/client/json";
import type { FormInput, Refusal } from "../messages";

/**
 * What the connector refused of a form.
 *
 * @returns undefined for an error that is about something else
 */
export function refusalsIn(
  error: unknown,
  inputs: readonly FormInput[],
): readonly Refusal[] | undefined {
  return isInputError(error)
    ? error.refusals.map(({ input, problem }) => refusalFrom(`${input}: ${problem}`, inputs))
    : undefined;
}

/** Finds the input that a sentence is about: it begins with its label. */
export function refusalFrom(message: string, inputs: readonly FormInput[]): Refusal {
  const [named] = inputs
    .filter(({ label }) => message.startsWith(label))
    .sort((a, b) => b.label.length - a.label.length);
  return { ...(named && { input: named.key }), message };
}

/** The error in the bundle is of a class of its own. */
function isInputError(error: unknown): error is Error & {
  readonly refusals: readonly { readonly input: string; readonly problem: string }[];
} {
  return (
    error instanceof Error &&
    error.name === "InputError" &&
    "refusals" in error &&
    Array.isArray(error.refusals) &&
    error.refusals.every(isObject)
  );
}
