import { trimmed } from "../../client/trimmed";
import { toDatetime } from "../../fields/datetime";
import { type Field, field } from "../../fields/field";
import { unexpected } from "../../fields/inputError";
import { toText } from "../../fields/text";
import { type Instant, instantOf } from "../../schemas/instant";
import { isZone, momentIn } from "./zone";

/** A day, or a time on the clock of the zone that stands beside it, or a moment. */
interface When {
  /** ISO 8601; without an offset it is a time on the clock. */
  readonly time: string;
  readonly isDay: boolean;
}

/** The arguments that say a period. */
export interface PeriodValues {
  readonly from: When | undefined;
  readonly to: When | undefined;
  readonly timezone: string | undefined;
}

/** A stretch of time. */
export interface Period {
  /** Undefined without a beginning. */
  readonly start: Instant | undefined;
  /** The first moment after it; undefined without an end. */
  readonly end: Instant | undefined;
  readonly timezone: string;
}

/** Where a period begins. */
export const from = when(
  "From",
  "2026-03-01",
  "Where the period begins: an ISO date, or a date and time.",
);

/** Where it ends. */
export const to = when(
  "To",
  "2026-03-31",
  "Where the period ends: an ISO date, whose whole day is in it, or a date and time, which is not. Now by default.",
);

/** Where its days begin. */
export const timezone: Field<string | undefined> = field(
  {
    label: "Timezone",
    type: "string",
    example: "Europe/Paris",
    comments:
      "The zone of from and to where they have no offset, by its name in the IANA list. UTC by default.",
  },
  (value, name) => {
    const zone = trimmed(toText(value, name));
    if (!isZone(zone)) {
      throw unexpected(name, "a name of the IANA list such as Europe/Paris", value);
    }
    return zone;
  },
);

/** The period that the arguments say. */
export function periodOf({ from, to, timezone = "UTC" }: PeriodValues): Period {
  return {
    start: from && instantIn(timezone, from),
    end: to && instantIn(timezone, to.isDay ? { ...to, time: dayAfter(to.time) } : to),
    timezone,
  };
}

/** Whether something happened in a period. */
export function isWithin({ start, end }: Period, at: Instant): boolean {
  return (start === undefined || at >= start) && (end === undefined || at < end);
}

/** A moment as answers show it, to the second: `2026-03-01T09:30:00Z`. */
export function shown(at: Instant | undefined): string | null {
  return at === undefined ? null : `${new Date(at / 1000).toISOString().slice(0, 19)}Z`;
}

function when(label: string, example: string, comments: string): Field<When | undefined> {
  return field({ label, type: "string", example, comments }, (value, name) => {
    const iso = toDatetime(value, name);
    const [, time = ""] = trimmed(String(value)).split(/[T ]/i);
    const hasOffset = /(?:z|[+-]\d\d(?::?\d\d)?)$/i.test(time);
    return { time: hasOffset ? iso : iso.replace(/Z$/, ""), isDay: time === "" };
  });
}

function instantIn(zone: string, { time }: When): Instant | undefined {
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(time);
  return hasOffset ? instantOf(time) : momentIn(zone, time) * 1000;
}

function dayAfter(time: string): string {
  const date = new Date(`${time}Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 19);
}
