import dayjs from "dayjs";

/** How long something took: `41 ms`, `3.2 s`. */
export function duration(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** The time of day of a moment: `14:03:05`. */
export function timeOf(moment: string): string {
  return dayjs(moment).format("HH:mm:ss");
}
