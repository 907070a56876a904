import dayjs from "dayjs";
import { counted } from "../../../cli/counted";

/** How long something took: `3200 ms`, `12.3 s`. */
export function duration(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** The time of day of a moment: `14:03:05`. */
export function timeOf(moment: string): string {
  return dayjs(moment).format("HH:mm:ss");
}

/** How far a longer read is: `300 items so far…`. */
export function soFar(items: number | undefined): string {
  return items === undefined ? "Waiting for the answer…" : `${counted(items, "item")} so far…`;
}
