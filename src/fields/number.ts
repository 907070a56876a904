import { trimmed } from "../client/trimmed";
import { keepsDigits } from "./digits";
import { type Field, type FieldOptions, field } from "./field";
import { unexpected } from "./inputError";

/** The bounds of a whole number, both inclusive. */
export interface Bounds {
  /** Without bound: `Number.NEGATIVE_INFINITY`. @defaultValue 0 */
  readonly min?: number;
  readonly max?: number;
}

/** A whole number, as a number or as digits. */
export function wholeNumber({
  min = 0,
  max,
  ...options
}: FieldOptions & Bounds): Field<number | undefined> {
  return field(
    { ...options, type: "string" },
    (value, name) => toWholeNumber(value, name, max === undefined ? { min } : { min, max }),
    {
      type: "integer",
      ...(Number.isFinite(min) && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
    },
  );
}

/**
 * The id of something in Gorgias: a whole number from 1 (docs/gorgias-api.md, "Objects and their
 * values").
 */
export function id(options: FieldOptions): Field<number | undefined> {
  return wholeNumber({ ...options, min: 1 });
}

/**
 * A whole number as people and spreadsheets write it: `7`, ` 7 `, `7.0`. Not `1e3`, which a
 * spreadsheet shows in place of digits that it left out.
 *
 * @throws InputError for anything but a whole number within its bounds
 */
export function toWholeNumber(value: unknown, name: string, { min = 0, max }: Bounds): number {
  const number = isWritten(value, /^-?\d+(?:\.0+)?$/) ? Number(trimmed(String(value))) : value;
  const highest = max ?? Number.POSITIVE_INFINITY;
  if (!isSafe(number) || number < min || number > highest) {
    throw unexpected(name, `a whole number${boundsOf(min, max)}`, value);
  }
  return number + 0;
}

/** @throws InputError for text that is anything but a number, or one that would lose digits */
export function toNumber(value: unknown, name: string): number {
  const written = typeof value === "string" ? trimmed(value) : "";
  if (!/^-?\d+(?:\.\d+)?$/.test(written) || !keepsDigits(written)) {
    throw unexpected(name, "a number", value);
  }
  return Number(written);
}

function isWritten(value: unknown, form: RegExp): boolean {
  return typeof value === "bigint" || (typeof value === "string" && form.test(trimmed(value)));
}

function isSafe(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** Reads on from "a number": ` from 1 to 100`. */
export function boundsOf(min = Number.NEGATIVE_INFINITY, max?: number): string {
  const from = Number.isFinite(min) ? ` from ${min}` : "";
  return max === undefined ? from : `${from}${from ? "" : " up"} to ${max}`;
}
