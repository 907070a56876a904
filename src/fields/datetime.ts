import { trimmed } from "../client/trimmed";
import { type Field, type FieldOptions, field } from "./field";
import { unexpected } from "./inputError";
import { isDate } from "./plain";

/**
 * A moment, picked or in any ISO 8601 form: a date or a date and time, extended or basic, with or without a
 * fraction and a zone. Without a zone it is UTC; a date alone is its first moment.
 *
 * @returns the extended form with its zone, for example `2026-03-01T09:30:00+01:00`; the fraction
 *   is kept to the letter, because Gorgias counts microseconds
 */
export function datetime(options: FieldOptions): Field<string | undefined> {
  const { example = EXAMPLE } = options;
  return field({ placeholder: example, ...options, example, type: "timestamp" }, toDatetime, {
    type: "string",
    format: "date-time",
  });
}

const EXAMPLE = "2026-03-01T09:30:00Z";

const ISO =
  /^(?<y>\d{4})(?:-?(?<mo>\d\d)-?(?<d>\d\d)|-?W(?<w>\d\d)-?(?<wd>[1-7])|-?(?<od>\d{3}))(?:[Tt ](?<h>\d\d)(?::?(?<mi>\d\d)(?::?(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?)?)?(?<z>[Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

/** @throws InputError for anything but an ISO date-time, and for dates that do not exist */
export function toDatetime(value: unknown, name: string): string {
  const text = isDate(value) && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
  const parts = typeof text === "string" ? ISO.exec(trimmed(text))?.groups : undefined;
  const date = parts && calendarDate(parts);
  const { h = "00", mi = "00", s = "00", f } = parts ?? {};
  const zone = zoneOf(parts?.z);
  if (!date || zone === undefined || Number(h) > 23 || Number(mi) > 59 || Number(s) > 59) {
    throw unexpected(name, `an ISO date-time such as ${EXAMPLE}`, value);
  }
  return `${date}T${h}:${mi}:${s}${f ? `.${f}` : ""}${zone}`;
}

function zoneOf(zone: string | undefined): string | undefined {
  if (!zone || /^z$/i.test(zone)) {
    return "Z";
  }
  const [, sign, hours = "", minutes = "00"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return Number(hours) <= 14 && Number(minutes) <= 59 ? `${sign}${hours}:${minutes}` : undefined;
}

/** The calendar date of a calendar, week or ordinal date; undefined when there is none. */
function calendarDate(parts: Record<string, string | undefined>): string | undefined {
  const { y = "", mo, d = "", w, wd = "", od } = parts;
  if (mo) {
    const iso = `${y}-${mo}-${d}`;
    return utc(Number(y), Number(mo), Number(d)) === iso ? iso : undefined;
  }
  if (w) {
    // Week 1 is the one with January 4th; weeks begin on Monday.
    const jan4 = new Date(Date.UTC(Number(y), 0, 4)).getUTCDay() || 7;
    return Number(w) >= 1 && Number(w) <= weeksOf(Number(y))
      ? utc(Number(y), 1, 4 - jan4 + (Number(w) - 1) * 7 + Number(wd))
      : undefined;
  }
  const date = utc(Number(y), 1, Number(od));
  return Number(od) >= 1 && date.startsWith(`${y}-`) ? date : undefined;
}

function weeksOf(year: number): number {
  const firstDay = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return firstDay === 4 || (isLeap && firstDay === 3) ? 53 : 52;
}

function utc(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
