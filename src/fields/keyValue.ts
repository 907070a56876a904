import { trimmed } from "../client/trimmed";
import { fileBytesOf } from "./bytes";
import { isBlank } from "./field";
import { unexpected } from "./inputError";
import { hasFields } from "./plain";
import { toText } from "./text";

/**
 * A key-value list: `[{ key, value }]` as the platform hands it over, or an object.
 *
 * @returns the pairs in their order, duplicates included; rows that were left blank are passed over
 * @throws InputError for anything else: a map or a file has no keys of its own
 */
export function toPairs(value: unknown, name: string): [string, unknown][] {
  const rows =
    hasFields(value) && !fileBytesOf(value)
      ? Object.entries(value).map(([key, one]) => ({ key, value: one }))
      : value;
  if (!Array.isArray(rows)) {
    throw unexpected(name, "a key-value list", value);
  }
  return rows.flatMap((row: unknown): [string, unknown][] => {
    const pair = isBlank(row) ? {} : row;
    if (!hasFields(pair)) {
      throw unexpected(name, "a key-value list", row);
    }
    const key = isBlank(pair.key) ? "" : trimmed(toText(pair.key, name));
    if (key === "" && !isBlank(pair.value)) {
      throw unexpected(name, "a key-value list whose keys are filled in", pair);
    }
    return key === "" ? [] : [[key, pair.value]];
  });
}
