/**
 * A moment of Gorgias' clock, in microseconds since 1970: a Date would cut the microseconds off.
 * Such a number is exact until the year 2255; a date after that is not read.
 */
export type Instant = number;

/** How many of an {@link Instant} make a second. */
export const SECOND = 1_000_000;

const ISO =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * Reads a date of an answer.
 *
 * @param value ISO 8601 with or without a time, seconds, a fraction and a zone; without a zone it is UTC
 * @returns undefined for what is no date: records can have such (docs/gorgias-api.md, "Lists")
 */
export function instantOf(value: unknown): Instant | undefined {
  const [, date, time = "00:00", second = "00", fraction = "", zone = "Z"] =
    (typeof value === "string" && ISO.exec(value.trim())) || [];
  const iso = `${date}T${time}:${second}${padded(zone)}`;
  const ms = date === undefined ? Number.NaN : Date.parse(iso);
  const instant = ms * 1000 + Number(fraction.padEnd(6, "0").slice(0, 6));
  return Number.isSafeInteger(instant) ? instant : undefined;
}

/** A zone as Date.parse takes it: `+05` is `+05:00`. */
function padded(zone: string): string {
  return zone.replace(/^([+-]\d\d)$/, "$1:00").replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
}

/** An instant as Gorgias takes it in a query, to the microsecond. */
export function isoOf(instant: Instant): string {
  const micros = ((instant % SECOND) + SECOND) % SECOND;
  const seconds = new Date((instant - micros) / 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(micros).padStart(6, "0")}Z`;
}
