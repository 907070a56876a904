import { SpectralError } from "@prismatic-io/spectral";
import { isObject } from "../client/json";
import { bytesOf } from "./bytes";

/** Why one input cannot be sent. */
export interface Refusal {
  /** What the input is called where it was filled in, with the path inside it: `Messages[0].via`. */
  readonly input: string;
  /** A sentence that reads on from the name and a colon; without its end where `got` follows. */
  readonly problem: string;
  /** What came, whole: it may hold a secret, which nobody recognizes in a part of it. */
  readonly got?: string;
  /** Where in `got` the fault is. What stands there is quoted. */
  readonly place?: Place;
}

/** A place in a text. */
export interface Place {
  /** How many of JavaScript's characters stand before it. */
  readonly index: number;
  /** As editors count: from 1. */
  readonly line: number;
  readonly column: number;
}

/** How many refusals are told at once: nobody reads more. */
const MOST_REFUSALS = 50;

/** Inputs that cannot be sent: all of them at once. Thrown before any request. */
export class InputError extends SpectralError {
  /** @param refusals at least one */
  constructor(readonly refusals: readonly Refusal[]) {
    const more = refusals.length - MOST_REFUSALS;
    const told = refusals.slice(0, MOST_REFUSALS).map((one) => `${one.input}: ${one.problem}`);
    super([...told, ...(more > 0 ? [`And ${more} more like these.`] : [])].join("\n"));
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
export function masked(
  { input, problem, got, place }: Refusal,
  mask: (text: string) => string,
): Refusal {
  const came = place ? quoted(got ?? "", place, mask) : cut(mask(got ?? ""));
  const rest = got === undefined ? "" : `, got ${came}.`;
  return { input: cut(mask(input)), problem: mask(problem) + rest };
}

/** What stands at a place. A secret that the place is in the middle of is hidden as a whole. */
function quoted(
  text: string,
  { index, line, column }: Place,
  mask: (text: string) => string,
): string {
  const whole = mask(text);
  const before = mask(text.slice(0, index));
  let from = 0;
  while (from < before.length && whole[from] === before[from]) {
    from += 1;
  }
  const [there = ""] = /^\n?[^\n]*/.exec(whole.slice(from)) ?? [];
  const what = there === "" ? "the end of the text" : cut(JSON.stringify(there));
  return `${what} at line ${line}, column ${column}`;
}

function cut(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/**
 * The name of something within an input: `Messages[0].via`.
 *
 * @param path the keys and indexes that lead there
 */
export function within(input: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, key) => before + (typeof key === "number" ? `[${key}]` : `.${String(key)}`),
    input,
  );
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
    return kindOf(value) ?? JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    // A value that JSON cannot hold is named by its kind.
    return `a ${typeof value}`;
  }
}

/** What an object is of which JSON would show nothing, or nothing that a person can read. */
function kindOf(value: unknown): string | undefined {
  if (bytesOf(value) ?? (isObject(value) && bytesOf(value.data))) {
    return "a file";
  }
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (kind === "Date" && JSON.stringify(value) === "null") {
    return "an invalid date";
  }
  const isShown = ["Object", "Array", "String", "Number", "Boolean", "Date"].includes(kind);
  return isShown || typeof value !== "object"
    ? undefined
    : `${/^[AEIO]/.test(kind) ? "an" : "a"} ${kind}`;
}
