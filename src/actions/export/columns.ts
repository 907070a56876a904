import { isObject } from "../../client/json";
import type { Schema } from "../../schemas/schema";

/** The paths of all values that a schema names: `id`, `customer.email`. */
export function columnsOf({ properties = {} }: Schema<unknown>): string[] {
  return Object.entries(properties).flatMap(([name, inner]) =>
    inner.properties ? columnsOf(inner).map((path) => `${name}.${path}`) : [name],
  );
}

/**
 * What an item has at a path; within a list, what its items have there.
 *
 * @returns undefined where it has nothing of that name
 */
export function valueAt(item: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return item;
  }
  if (Array.isArray(item) && !/^\d+$/.test(key)) {
    const found = item.map((one) => valueAt(one, path)).filter((one) => one !== undefined);
    return found.length === 0 && item.length > 0 ? undefined : found;
  }
  const holder = Array.isArray(item) || isObject(item) ? item : {};
  return Object.hasOwn(holder, key) ? valueAt((holder as Fields)[key], rest) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** A value as a cell: plain ones as they are, several of them in one text, all else as JSON. */
export function cellOf(value: unknown): string | number {
  if (typeof value === "string" || typeof value === "number") {
    return value;
  }
  if (value === undefined || value === null) {
    return "";
  }
  const isPlainList = Array.isArray(value) && value.every((one) => typeof one !== "object");
  return isPlainList ? value.join(", ") : JSON.stringify(value);
}
