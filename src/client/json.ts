/** A JSON object whose values nobody has looked at yet. */
export type JsonObject = Record<string, unknown>;

/** Tells a JSON object from everything else that JSON can hold. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
