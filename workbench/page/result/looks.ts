import { create } from "zustand";

/** How an answer can be shown. */
export const VIEWS = ["Table", "Tree", "JSON"] as const;

/** How people like to see answers: it stays from run to run. */
interface Looks {
  readonly view: (typeof VIEWS)[number];
  /** The columns that were chosen, by the step whose list it is and the list's name. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** How answers are shown. */
export const useLooks = create<Looks>(() => ({ view: "Table", columns: {} }));

/** Shows answers in another way. */
export function chooseView(view: Looks["view"]): void {
  useLooks.setState({ view });
}

/** Chooses the columns of a list: one is left at the least. */
export function chooseColumns(list: string, keys: readonly string[]): void {
  if (keys.length > 0) {
    useLooks.setState(({ columns }) => ({ columns: { ...columns, [list]: keys } }));
  }
}
