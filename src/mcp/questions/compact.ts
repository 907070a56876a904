import { isObject, type JsonObject } from "../../client/json";

/** An object without what says nothing: null, an empty text, an empty list, false for a mark. */
export function compact<T extends JsonObject>(object: T): Partial<T> {
  const says = (value: unknown) =>
    value !== undefined &&
    value !== null &&
    value !== "" &&
    value !== false &&
    !(Array.isArray(value) && value.length === 0) &&
    !(isObject(value) && Object.keys(value).length === 0);
  const entries = Object.entries(object).filter(([, value]) => says(value));
  return Object.fromEntries(entries) as Partial<T>;
}
