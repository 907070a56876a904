import { create } from "zustand";
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
const useDrafts = create<{ readonly drafts: ReadonlyMap<string, Draft> }>(() => ({
  drafts: new Map(),
}));

/** What was filled in of a step before. */
export function draftOf(step: StepName): InputValues {
  return (useDrafts.getState().drafts.get(linkTo(step)) ?? EMPTY).inputs;
}

/** What is to be said above a form that was filled in for a person, until it is changed. */
export function noteOn(step: StepName): string | undefined {
  return useDrafts.getState().drafts.get(linkTo(step))?.note;
}

/** Changes whenever a form has to be made anew from its draft. */
export const useDraftVersion = (step: StepName): number =>
  useDrafts(({ drafts }) => (drafts.get(linkTo(step)) ?? EMPTY).version);

/** Remembers what a form holds. */
export function keepDraft(step: StepName, inputs: InputValues): void {
  change(step, ({ version }) => ({ inputs, version }));
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
  useDrafts.setState(({ drafts }) => ({
    drafts: new Map(drafts).set(id, to(drafts.get(id) ?? EMPTY)),
  }));
}
