/** Whether the runtime knows a time zone of that name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The moment at which clocks of a zone show a time, in milliseconds since 1970. A time that they skip
 * is taken for one beside it; of one that they show twice, it is one of the two.
 *
 * @param wall such as `2026-03-01T09:30:00`
 */
export function momentIn(zone: string, wall: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  const near = asUtc - aheadOfUtc(zone, asUtc);
  return asUtc - aheadOfUtc(zone, near);
}

/** How far clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(zone: string, moment: number): number {
  const clock = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, +value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}
