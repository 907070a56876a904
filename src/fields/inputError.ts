import { SpectralError } from "@prismatic-io/spectral";

/** Why one input cannot be sent. */
export interface Refusal {
  /** What the input is called where it was filled in, with the path inside it: `Messages[0].via`. */
  readonly input: string;
  /** A sentence that reads on from the name and a colon; without its end where `got` follows. */
  readonly problem: string;
  /** What came, whole: it may hold a secret, which nobody recognizes in a part of it. */
  readonly got?: string;
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
  return new InputError([{ input, problem: `expected ${expected}`, got: written(got) }]);
}

/** How many faults of one value are told: a long list may have the same one in every item. */
export const MOST_FAULTS = 10;

/** The most characters of a name or value that an error quotes. */
const LONGEST_QUOTE = 100;

/**
 * A refusal as people see it: without secrets, and cut to a sane size only once they are gone.
 *
 * @param mask takes out of a text what nobody may read
 * @returns name and whole sentence
 */
export function masked({ input, problem, got }: Refusal, mask: (text: string) => string): Refusal {
  const rest = got === undefined ? "" : `, got ${cut(mask(got))}.`;
  return { input: cut(mask(input)), problem: mask(problem) + rest };
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** A value in an error: on one line, whatever it is. */
function written(value: unknown): string {
  if (value === undefined || value === null) {
    return "nothing";
  }
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return String(value);
  }
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    // A value that JSON cannot hold is named by its kind.
    return `a ${typeof value}`;
  }
}
