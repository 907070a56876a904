import type { JsonObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { isBlank } from "../fields/field";

/** What a pick list hands over of a record. */
export interface PickKey {
  /** What a record without one lacks, for errors: `an id`. */
  readonly called: string;
  /** @returns undefined for a record that cannot be offered */
  of(record: JsonObject): string | undefined;
}

/**
 * The ID, for inputs that take one. A number of so many digits that it was rounded would be another
 * record's.
 */
export const ITS_ID: PickKey = {
  called: "an id",
  of: ({ id }) =>
    Number.isSafeInteger(id) || (typeof id === "string" && id !== "") ? String(id) : undefined,
};

/**
 * The name, for inputs that take names. Those don't count spaces around a text and read objects, so
 * a name that has such spaces or begins as an object does is handed over in one.
 */
export const ITS_NAME: PickKey = {
  called: "a name",
  of({ name }) {
    if (typeof name !== "string" || isBlank(name)) {
      return undefined;
    }
    return trimmed(name) === name && !name.startsWith("{") ? name : JSON.stringify({ name });
  },
};
