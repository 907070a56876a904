import type { GorgiasClient } from "../client";
import type { JsonObject } from "../client/json";
import { withAdditionalFields } from "./endpoint";

/** What can be written of an object that Gorgias replaces as a whole. */
export interface Writable {
  /** What is sent back as it was read, null included. */
  readonly fields: readonly string[];
  /** The same where Gorgias takes no null: what is null is left out. */
  readonly neverNull?: readonly string[];
}

/**
 * The body of an update that Gorgias takes for the whole object (docs/gorgias-api.md, "Writes"): the
 * object as it is, without what only Gorgias sets, under what was filled in. Additional Fields come
 * last.
 *
 * @param path where the object is
 * @param given what was filled in, by Gorgias' names
 */
export async function wholeObject(
  gorgias: GorgiasClient,
  path: string,
  { fields, neverNull = [] }: Writable,
  given: JsonObject,
): Promise<JsonObject> {
  const before = await gorgias.get<JsonObject>(path);
  const kept = [
    ...fields.filter((key) => before[key] !== undefined),
    ...neverNull.filter((key) => before[key] !== undefined && before[key] !== null),
  ].map((key) => [key, before[key]]);
  const changed = Object.entries(given).filter(([, value]) => value !== undefined);
  return withAdditionalFields({ ...Object.fromEntries(kept), ...Object.fromEntries(changed) });
}
