import { isObject } from "../src/client/json";
import { counted } from "./counted";

/** What is said of the first run of a flow that polls: it only remembers where the account stands. */
export const NOTHING_YET = "Started: nothing handed on yet";

/**
 * What a trigger hands on, in a few words: `2 new, 1 updated`.
 *
 * @param data what the flow gets
 */
export function handedInWords(data: unknown): string {
  if (Array.isArray(data)) {
    const words = data.length > 0 && isEvent(data[0]) ? data.map(eventInWords) : synced(data);
    return words.join(", ") || "nothing";
  }
  const { created, updated } = isObject(data) ? data : {};
  const [isNew, isUpdated] = [lengthOf(created), lengthOf(updated)];
  return isNew + isUpdated === 0 ? "nothing changed" : `${isNew} new, ${isUpdated} updated`;
}

/** Records of a sync. */
function synced(records: readonly unknown[]): string[] {
  const [history, changes] = ["history", "changes"].map(
    (pass) => records.filter((one) => isObject(one) && one.pass === pass).length,
  );
  return [
    ...(history ? [`${counted(history, "record")} of the history`] : []),
    ...(changes ? [`${counted(changes, "record")} new or changed`] : []),
  ];
}

interface Event {
  readonly event: string;
  readonly ticket_id: unknown;
}

function isEvent(item: unknown): item is Event {
  return isObject(item) && typeof item.event === "string";
}

function eventInWords({ event, ticket_id }: Event): string {
  return `${event} of ticket ${ticket_id}`;
}

function lengthOf(records: unknown): number {
  return Array.isArray(records) ? records.length : 0;
}
