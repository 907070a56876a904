import { invalid, Problem } from "../problem";
import type { Shop } from "./index";
import type { Macro } from "./records/macro";
import type { Tag } from "./records/tag";
import { callsIn, literalsIn, pathOf, programOf } from "./script";

/** The tags and macros that code speaks of. */
interface Uses {
  tagNames: ReadonlySet<string>;
  tagIds: ReadonlySet<number>;
  macroIds: ReadonlySet<number>;
}

/** 409 for a macro that a rule applies (`docs/gorgias-api.md`, "Macros"). */
export function refuseUsedMacro(shop: Shop, macro: Macro): void {
  const user = userOfMacro(shop, macro);
  if (user !== undefined) throw new Problem(409, user);
}

/** Which rule applies a macro, in words; undefined when none does. */
export function userOfMacro(shop: Shop, { id }: Macro): string | undefined {
  const rule = shop.rules.find(({ code }) => usesOf(code).macroIds.has(id));
  return rule && `The macro ${id} is used by the rule "${rule.name}".`;
}

/** 409 for a tag that a macro or a rule uses (`docs/gorgias-api.md`, "Tags"). */
export function refuseUsedTag(shop: Shop, tag: Tag): void {
  const macro = shop.macros.find(({ actions }) =>
    actions.some((action) => namesIn(action.arguments.tags).includes(tag.name)),
  );
  const rule = shop.rules.find(({ code }) => usesTag(code, tag));
  if (macro === undefined && rule === undefined) return;
  const user = macro ? `macro "${macro.name}"` : `rule "${rule?.name}"`;
  throw new Problem(409, `The tag "${tag.name}" is used by the ${user}.`);
}

/** Whether a rule's code or a view's filters speak of a tag, by its name or its id. */
export function usesTag(code: string, { id, name }: Tag): boolean {
  const { tagNames, tagIds } = usesOf(code);
  return tagNames.has(name) || tagIds.has(id);
}

/** The names in a text that separates them by commas, as actions have them. */
export function namesIn(text: unknown): string[] {
  if (typeof text !== "string") return [];
  return text.split(",").flatMap((name) => name.trim() || []);
}

/** 400 for a rule's code that cannot be parsed. */
export function refuseBadCode(code: string): void {
  try {
    programOf(code);
  } catch (error) {
    throw invalid("code", `Not valid code: ${error instanceof Error ? error.message : error}.`);
  }
}

/**
 * Conditions compare `ticket.tags` with names or ids. Actions have an object of arguments:
 * `Action('addTags', { tags: 'vip,urgent' })`, `Action('applyMacro', { macro: 7 })`.
 */
function usesOf(code: string): Uses {
  const tagNames = new Set<string>();
  const tagIds = new Set<number>();
  const macroIds = new Set<number>();
  for (const { callee, arguments: given } of callsIn(programOf(code))) {
    const [first, ...rest] = given;
    const values = literalsIn(rest);
    if (pathOf(first).startsWith("ticket.tags")) {
      for (const value of values) {
        tagNames.add(String(value));
        tagIds.add(Number(value));
      }
    } else if (pathOf(callee) === "Action") {
      const [action] = literalsIn(first);
      if (action === "applyMacro") for (const value of values) macroIds.add(Number(value));
      if (/tags$/i.test(String(action))) {
        for (const name of values.flatMap(namesIn)) tagNames.add(name);
      }
    }
  }
  return { tagNames, tagIds, macroIds };
}
