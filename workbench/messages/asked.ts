import type { InputValues } from "../../cli/platform";
import type { Choice, Effect, Kind } from "./catalogue";

export type { InputValues };

/** A file that was handed to the server, in the place of its bytes. */
export interface FileReference {
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** A step as it was filled in. */
export interface Asked {
  readonly kind: Kind;
  readonly key: string;
  /** A file in them is a {@link FileReference}. */
  readonly inputs: InputValues;
  /** The name of the real account that a person has agreed it may write to. */
  readonly confirmedFor?: string;
}

/** Why an input cannot be sent. */
export interface Refusal {
  /** The input's key; undefined for one that is of the whole form. */
  readonly input?: string;
  /** A sentence that begins with the input's label. */
  readonly message: string;
}

/** What a person is asked before a step changes a real account. */
export interface MustBeConfirmed {
  /** The account's name: {@link Asked.confirmedFor}. */
  readonly account: string;
  readonly effect: Exclude<Effect, "reads">;
}

/** Why something did not work. */
export interface Failure {
  readonly message: string;
  readonly refusals?: readonly Refusal[];
  /** It only has to be confirmed first. */
  readonly mustBeConfirmed?: MustBeConfirmed;
}

/** What the connector says of a form, before anything is sent. */
export interface Checked {
  readonly refusals: readonly Refusal[];
  /** The keys of those inputs that hold secrets, which are kept nowhere. */
  readonly hidden: readonly string[];
}

/** What a pick list offers. */
export interface Picks {
  readonly choices: readonly Choice[];
}
