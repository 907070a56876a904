import type { JsonObject } from "../client/json";
import { trimmed } from "../client/trimmed";
import { isBlank } from "../fields/field";
import { toWholeNumber } from "../fields/number";

/** What a pick list hands over of a record. */
export interface PickKey {
  /** What a record without one lacks, for errors: `a name`. */
  readonly called: string;
  /** @returns undefined for a record without one that an input takes */
  of(record: JsonObject): string | undefined;
  /** Whether a record can be picked by it. @defaultValue every record that has one */
  offers?(record: JsonObject): boolean;
}

/** The ID, for inputs that take one: what they would refuse is not offered. */
export const ITS_ID: PickKey = {
  called: "a whole number from 1 as its id",
  of({ id }) {
    try {
      return String(toWholeNumber(id, "id", { min: 1 }));
    } catch {
      return undefined;
    }
  },
};

/**
 * The name, for inputs that take names. They can be bound to one pick alone, and read it as they
 * read a text: commas and line breaks end a name, brackets begin a list, braces an object and
 * quotation marks a name in quotes, and spaces around it don't count. A name that has any of these
 * there is handed over as the JSON object `{"name": …}`. A deleted tag cannot be picked by its name,
 * which another may have.
 */
export const ITS_NAME: PickKey = {
  called: "a name",
  of({ name }) {
    if (typeof name !== "string" || isBlank(name)) {
      return undefined;
    }
    return trimmed(name) !== name || /^[[{"']|[,\r\n]/.test(name) ? JSON.stringify({ name }) : name;
  },
  offers: ({ deleted_datetime }) => !deleted_datetime,
};
