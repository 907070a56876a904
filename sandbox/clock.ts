/** Microseconds since 1970. Gorgias prints six decimals of a second, which a Date cannot hold. */
export type Micros = number;

/** A minute of them. */
export const MINUTE: Micros = 60_000_000;

/** A day of them. */
export const DAY: Micros = 24 * 60 * MINUTE;

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** `2024-11-14T13:56:16.494726+00:00`, as in the recorded responses. */
export function isoFromMicros(micros: Micros): string {
  const fraction = String(micros % 1_000_000).padStart(6, "0");
  const seconds = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19);
  return `${seconds}.${fraction}+00:00`;
}

/** The same for a moment that may not have come. */
export function isoOrNull(micros: Micros | null): string | null {
  return micros === null ? null : isoFromMicros(micros);
}

/** Reads an ISO date or date-time; one without a zone is UTC. Undefined when it is neither. */
export function microsFromIso(text: string): Micros | undefined {
  const [, date, minutes = "00:00", seconds = "00", fraction = "", zone = "Z"] =
    ISO.exec(text) ?? [];
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const millis = Date.parse(`${date}T${minutes}:${seconds}${offset}`);
  if (Number.isNaN(millis)) return undefined;
  return millis * 1000 + Number(fraction.padEnd(6, "0").slice(0, 6));
}

/**
 * Hands out a new moment at every call: never the same twice, never earlier than the last one,
 * even when the machine's clock stands still or goes back.
 */
export function stamps(now: () => number): () => Micros {
  let last = 0;
  let count = 0;
  return () => {
    count += 1;
    const belowTheMillisecond = (count * 379 + 41) % 1000;
    last = Math.max(last + 1, Math.floor(now()) * 1000 + belowTheMillisecond);
    return last;
  };
}
