import { type About, type Field, field, unexpected } from "./field";

/** Gorgias' ids, and the bounds of whole numbers in general. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number, as a number or as digits. */
export function wholeNumber({ min = 0, max, ...about }: About & Bounds): Field<number | undefined> {
  return field(
    { ...about, type: "string" },
    (value, label) => toWholeNumber(value, label, max === undefined ? { min } : { min, max }),
    { type: "integer", minimum: min, ...(max !== undefined && { maximum: max }) },
  );
}

/** The id of something in Gorgias: a whole number from 1 (gorgias-api endpoints). */
export function id(about: About): Field<number | undefined> {
  return wholeNumber({ example: "153006867", ...about, min: 1 });
}

/** @throws InputError for anything but a whole number within its bounds */
export function toWholeNumber(value: unknown, label: string, { min = 0, max }: Bounds): number {
  const number =
    typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value.trim()) : value;
  const highest = max ?? Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(number) || (number as number) < min || (number as number) > highest) {
    throw unexpected(
      label,
      `a whole number ${max === undefined ? `from ${min}` : `from ${min} to ${max}`}`,
      value,
    );
  }
  return number as number;
}
