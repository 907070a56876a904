import { operations } from "../tools/operations";
import { type ToolSpec, toolOf } from "../tools/tool";
import type { Entry } from "../tools/toolset";
import { specOf, toolName } from "./derived";

/**
 * A tool of a toolset.
 *
 * @param name without what goes in front of every name
 */
export function entryOf(name: string, spec: ToolSpec): Entry {
  return {
    name,
    key: spec.action,
    changes: operations[spec.action]?.effect.readOnly === false,
    make: (whole, names) => toolOf(whole, spec, names),
  };
}

/** The tools of actions, as they follow from the actions themselves. */
export function entriesOf(keys: readonly string[]): readonly Entry[] {
  return keys.map((key) => entryOf(toolName(key), specOf(key)));
}
