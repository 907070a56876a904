import { SpectralError } from "@prismatic-io/spectral";

/** Why one input cannot be sent. */
export interface Refusal {
  /** What the input is called where it was filled in, with the path inside it: `Messages[0].via`. */
  readonly input: string;
  /** What came and what was expected, as a sentence. */
  readonly problem: string;
}

/** Inputs that cannot be sent: all of them at once. Thrown before any request. */
export class InputError extends SpectralError {
  /** @param refusals at least one */
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ input, problem }) => `${input}: ${problem}`).join("\n"));
    this.name = "InputError";
  }
}

/**
 * The error for one input.
 *
 * @param input the input's name, with the path inside it where there is one
 * @param problem a sentence that reads on from the name and a colon
 */
export function refusal(input: string, problem: string): InputError {
  return new InputError([{ input, problem }]);
}

/**
 * The error for a value of the wrong kind.
 *
 * @param input the input's name, with the path inside it where there is one
 * @param expected reads on from "expected", for example `a whole number`
 */
export function unexpected(input: string, expected: string, got: unknown): InputError {
  return refusal(input, `expected ${expected}, got ${quoted(got)}.`);
}

/** A value in an error: short, on one line, whatever it is. */
function quoted(value: unknown): string {
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
