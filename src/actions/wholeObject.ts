import type { GorgiasClient } from "../client";
import type { JsonObject } from "../client/json";
import { readBefore } from "./before";
import { withAdditionalFields } from "./endpoint";

/** What can be written of an object that Gorgias replaces as a whole. */
export interface Writable {
  /** What is sent back as it was read, null included. An answer may lack it. */
  readonly fields: readonly string[];
  /** The same where Gorgias takes no null: what is null is left out. No answer may lack it. */
  readonly neverNull?: readonly string[];
}

/**
 * The body of an update that Gorgias takes for the whole object (docs/gorgias-api.md, "Writes"): the
 * object as it is, without what only Gorgias sets, under what was filled in. Additional Fields come
 * last.
 *
 * @param path where the object is
 * @param given what was filled in, by Gorgias' names
 * @throws GorgiasError where the object lacks something that was not filled in, and would lose it
 */
export async function wholeObject(
  gorgias: GorgiasClient,
  path: string,
  { fields, neverNull = [] }: Writable,
  given: JsonObject,
): Promise<JsonObject> {
  const before = await readBefore(gorgias, path);
  const changed = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  const filledIn = withAdditionalFields(changed);
  // What has no id is something else than the object.
  before.part("id");
  const kept = [...fields.filter((key) => before.has(key)), ...neverNull]
    .filter((key) => !Object.hasOwn(filledIn, key))
    .map((key) => [key, before.part(key)] as const)
    .filter(([key, value]) => value !== null || !neverNull.includes(key));
  return { ...Object.fromEntries(kept), ...filledIn };
}
