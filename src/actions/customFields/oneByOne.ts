import type { GorgiasClient } from "../../client";
import { jsonContent } from "../../client/content";
import { unlessGone } from "../../client/errors";
import type { SentValue } from "./sentValues";

/**
 * Sets or takes away values one by one, which touches no other (docs/gorgias-api.md, "Custom
 * fields").
 *
 * @param path where the values are
 * @param changes what to set; null takes a value away
 * @returns all values afterwards
 * @throws GorgiasError that says which changes were made before one failed, and which were not
 */
export async function setOneByOne(
  gorgias: GorgiasClient,
  path: string,
  changes: readonly Pick<SentValue, "id" | "value">[],
): Promise<unknown> {
  const ids = changes.map(({ id }) => id);
  const changed: number[] = [];
  for (const [index, { id, value }] of changes.entries()) {
    const one = { path: `${path}/${id}`, progress: progressOf(ids, index, changed) };
    const done = await (value === null
      ? unlessGone(gorgias.send({ method: "DELETE", ...one }))
      : gorgias.send({ method: "PUT", content: jsonContent(value), ...one }));
    // What is gone has no such value, or is gone itself.
    changed.push(...(done ? [id] : []));
  }
  const progress = changed.length > 0 ? "The values were changed before." : undefined;
  return (await gorgias.send({ method: "GET", path, progress })).body;
}

/** What an error says beside what happened to one of several fields. */
function progressOf(
  ids: readonly number[],
  index: number,
  changed: readonly number[],
): string | undefined {
  const named = (some: readonly number[]) => some.join(", ") || "none";
  return ids.length === 1
    ? undefined
    : `Each value is set on its own here. Changed before this one: ${named(changed)}. Not changed yet: ${named(ids.slice(index + 1))}.`;
}
