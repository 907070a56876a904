import type { JsonObject } from "../client/json";
import type { Field } from "../fields/field";
import { unexpected } from "../fields/inputError";

/** Somebody or something by its ID. */
export type ById = { readonly id: number };

/**
 * A reference of which only the ID is sent: an object that another step has read holds much that
 * Gorgias does not take.
 */
export function byIdAlone({
  read,
  ...rest
}: Field<JsonObject | null | undefined>): Field<ById | undefined> {
  return {
    ...rest,
    read(given, name) {
      const value = read(given, name);
      if (value === undefined) {
        return undefined;
      }
      const id = value?.id;
      if (typeof id !== "number") {
        throw unexpected(name, 'an ID, or a JSON object with an "id"', given);
      }
      return { id };
    },
  };
}

/** The same where an ID of null takes away who is there. */
export function byIdOrNobody({
  read,
  ...rest
}: Field<JsonObject | null | undefined>): Field<ById | { readonly id: null } | undefined> {
  return {
    ...rest,
    read(given, name) {
      const value = read(given, name);
      return value?.id === null
        ? { id: null }
        : byIdAlone({ ...rest, read: () => value }).read(given, name);
    },
  };
}
