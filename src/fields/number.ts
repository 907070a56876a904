import { type Field, type FieldOptions, field } from "./field";
import { unexpected } from "./inputError";

/** The bounds of a whole number, both inclusive. */
export interface Bounds {
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
    { type: "integer", minimum: min, ...(max !== undefined && { maximum: max }) },
  );
}

/**
 * The id of something in Gorgias: a whole number from 1 (docs/gorgias-api.md, "Objects and their
 * values").
 */
export function id(options: FieldOptions): Field<number | undefined> {
  return wholeNumber({ example: "153006867", ...options, min: 1 });
}

/** @throws InputError for anything but a whole number within its bounds */
export function toWholeNumber(value: unknown, name: string, { min = 0, max }: Bounds): number {
  const number =
    typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value.trim()) : value;
  const highest = max ?? Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(number) || (number as number) < min || (number as number) > highest) {
    throw unexpected(
      name,
      `a whole number ${max === undefined ? `from ${min}` : `from ${min} to ${max}`}`,
      value,
    );
  }
  return number as number;
}
