import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { InputValues, Kind } from "../../messages";
import { linkTo } from "./selection";

interface StepName {
  readonly kind: Kind;
  readonly key: string;
}

interface Draft {
  readonly inputs: InputValues;
  /** Counts how often somebody else than the form itself filled it in. */
  readonly version: number;
  /** What that one has to say of it. */
  readonly note?: string;
}

const EMPTY: Draft = { inputs: {}, version: 0 };

/** What was filled in of each step, for as long as the page is open. */
const useDrafts = create<Readonly<Record<string, Draft>>>(() => ({}));

/** What of it a reload brings back: what is known to hold no secrets. */
const useSaved = create<Readonly<Record<string, InputValues>>>()(
  persist(() => ({}), {
    name: "drafts",
    // Of this tab alone, and only until that is closed.
    storage: createJSONStorage(() => sessionStorage),
  }),
);

/** What was filled in of a step before. */
export function draftOf(step: StepName): InputValues {
  const id = linkTo(step);
  return useDrafts.getState()[id]?.inputs ?? useSaved.getState()[id] ?? {};
}

/** What is to be said above a form that was filled in for a person, until it is changed. */
export function noteOn(step: StepName): string | undefined {
  return useDrafts.getState()[linkTo(step)]?.note;
}

/** Changes whenever a form has to be made anew from its draft. */
export const useDraftVersion = (step: StepName): number =>
  useDrafts((drafts) => (drafts[linkTo(step)] ?? EMPTY).version);

/** Remembers what a form holds. */
export function keepDraft(step: StepName, inputs: InputValues): void {
  change(step, ({ version }) => ({ inputs, version }));
}

/**
 * Has a reload bring back what a form holds. A connection is not saved: it is written nowhere.
 *
 * @param hidden the inputs that hold secrets: those are left out
 */
export function saveDraft(step: StepName, inputs: InputValues, hidden: readonly string[]): void {
  if (step.kind === "connections") {
    return;
  }
  const shown = Object.entries(inputs).filter(([key]) => !hidden.includes(key));
  try {
    useSaved.setState({ [linkTo(step)]: Object.fromEntries(shown) });
  } catch {
    // More than the browser stores: it is kept for as long as the page is open, and no longer.
    useSaved.setState({ [linkTo(step)]: {} });
  }
}

/**
 * Fills a step's form in and opens it.
 *
 * @param inputs those of an earlier run, for one; the rest get their defaults
 * @param note says what is still to be done
 */
export function fillIn(step: StepName, inputs: InputValues, note: string): void {
  change(step, ({ version }) => ({ inputs, version: version + 1, note }));
  window.location.hash = linkTo(step);
}

function change(step: StepName, to: (draft: Draft) => Draft): void {
  const id = linkTo(step);
  useDrafts.setState((drafts) => ({ [id]: to(drafts[id] ?? EMPTY) }));
}
