import { isObject } from "../../src/client/json";
import type { Mask } from "../../src/client/secrets";
import type { FormInput, Refusal } from "../messages";

/**
 * What the connector refused of a form. It quotes what was filled in.
 *
 * @param mask takes the secrets out of that
 * @returns undefined for an error that is about something else
 */
export function refusalsIn(
  error: unknown,
  inputs: readonly FormInput[],
  mask: Mask,
): readonly Refusal[] | undefined {
  return isInputError(error)
    ? error.refusals.map(({ input, problem }) =>
        refusalOf(input, mask(`${input}: ${problem}`), inputs),
      )
    : undefined;
}

/**
 * A refusal of the input that it is about.
 *
 * @param name the input's label, with a path inside it where there is one: `Messages[0].via`
 */
export function refusalOf(name: string, message: string, inputs: readonly FormInput[]): Refusal {
  const [named] = inputs
    .filter(({ label }) => name.startsWith(label) && !/^[\w ]/.test(name.slice(label.length)))
    .sort((a, b) => b.label.length - a.label.length);
  return { ...(named && { input: named.key }), message };
}

/** The error in the bundle is of a class of its own. */
function isInputError(error: unknown): error is Error & { readonly refusals: readonly Named[] } {
  return (
    error instanceof Error &&
    error.name === "InputError" &&
    "refusals" in error &&
    Array.isArray(error.refusals) &&
    error.refusals.every(isNamed)
  );
}

/** A refusal as the connector words it. */
interface Named {
  readonly input: string;
  readonly problem: string;
}

function isNamed(value: unknown): value is Named {
  return isObject(value) && typeof value.input === "string" && typeof value.problem === "string";
}
