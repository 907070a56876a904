import { isObject } from "../client/json";
import { unexpected } from "./inputError";

/**
 * A key-value list: `[{ key, value }]` as the platform hands it over, or an object.
 *
 * @returns the pairs in their order, duplicates included
 * @throws InputError for anything else
 */
export function toPairs(value: unknown, name: string): [string, unknown][] {
  const rows = isObject(value)
    ? Object.entries(value).map(([key, one]) => ({ key, value: one }))
    : value;
  if (!Array.isArray(rows)) {
    throw unexpected(name, "a key-value list", value);
  }
  return Array.from(rows, (pair) => {
    if (!isObject(pair) || typeof pair.key !== "string" || pair.key.trim() === "") {
      throw unexpected(name, "a key-value list whose keys are filled in", pair);
    }
    return [pair.key, pair.value];
  });
}
