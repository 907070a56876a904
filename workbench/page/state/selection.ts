import { useHashLocation } from "wouter/use-hash-location";
import type { Catalogue, Kind, Step } from "../../messages";

/** The step that is open: the page's address says which, so that Back and bookmarks work. */
export function useSelection(catalogue: Catalogue): Step | undefined {
  const [path] = useHashLocation();
  return stepsOf(catalogue).find((step) => pathOf(step) === path);
}

/** A step's place in the page's address, behind the hash: `/actions/createTicket`. */
export function pathOf({ kind, key }: { readonly kind: Kind; readonly key: string }): string {
  return `/${kind}/${key}`;
}

/** Where a step is opened: `#/actions/createTicket`. */
export function linkTo(step: { readonly kind: Kind; readonly key: string }): string {
  return `#${pathOf(step)}`;
}

/** All steps, of all kinds. */
export function stepsOf({ actions, triggers, pickLists, connections }: Catalogue): readonly Step[] {
  return [...actions.flatMap(({ steps }) => steps), ...triggers, ...pickLists, ...connections];
}
