import type { InputValues } from "../platform";

/** One run of the tour: an action with its inputs, which may come from earlier answers. */
export interface Stop {
  readonly action: string;
  /** Left out, they are what a person would likely fill in. */
  readonly inputs?: InputValues;
}
