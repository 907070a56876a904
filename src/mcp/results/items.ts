import type { Action } from "../../actions/action";
import { isList } from "../../actions/list";

/** How many items a list tool answers unless it is asked for another number. */
export const ITEMS_UNLESS_ASKED = 20;

/** What the argument `limit` of a list tool means. */
export const limitComments = `How many items, ${ITEMS_UNLESS_ASKED} by default.`;

/**
 * The limit of a call that names none.
 *
 * @param given what the action's inputs hold otherwise, by key
 * @returns undefined where the action is no list, or where a limit would change what is found:
 *   beside some filters Gorgias takes none (docs/gorgias-api.md, "Lists")
 */
export function itemsUnlessAsked(
  action: Action,
  given: Readonly<Record<string, unknown>>,
): number | undefined {
  return isList(action) && !action.filtersAlone.some((name) => given[name] !== undefined)
    ? ITEMS_UNLESS_ASKED
    : undefined;
}
