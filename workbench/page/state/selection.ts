import { useHashLocation } from "wouter/use-hash-location";
import type { Catalogue, Kind, Step } from "../../messages";

/** The step that is open: the page's address says which, so that Back and bookmarks work. */
export function useSelection(catalogue: Catalogue): Step | undefined {
  const [path] = useHashLocation();
  const [, kind, key] = path.split("/");
  return stepsOf(catalogue).find((step) => step.kind === kind && step.key === key);
}

/** Where a step is opened: `#/actions/createTicket`. */
export function linkTo({ kind, key }: { readonly kind: Kind; readonly key: string }): string {
  return `#/${kind}/${key}`;
}

/** All steps, of all kinds. */
export function stepsOf({ actions, triggers, pickLists, connections }: Catalogue): readonly Step[] {
  return [...actions.flatMap(({ steps }) => steps), ...triggers, ...pickLists, ...connections];
}
