import type { Step } from "../../messages";

/** What a step does to the account: in a word, where a method would stand, and in its color. */
export const EFFECTS: Readonly<
  Record<Step["effect"], { readonly word: string; readonly method: string; readonly color: string }>
> = {
  reads: { word: "Reads", method: "READ", color: "teal" },
  writes: { word: "Writes", method: "WRITE", color: "indigo" },
  deletes: { word: "Deletes", method: "DELETE", color: "red" },
};
