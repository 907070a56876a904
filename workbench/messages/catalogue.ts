/** What can be looked at and filled in. */
export type Kind = "actions" | "triggers" | "pickLists" | "connections";

/** A value to choose, and how it is shown. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One input of a form, out of the built component's own definition. */
export interface FormInput {
  readonly key: string;
  readonly label: string;
  /** Spectral's type: string, text, password, boolean, code, timestamp, data, template. */
  readonly type: string;
  /** Several of them: a list of values, or of `{ key, value }`. */
  readonly collection?: "valuelist" | "keyvaluelist";
  /** What a key-value list calls its keys. */
  readonly keyLabel?: string;
  /** The language of a type that is code: json, html. */
  readonly language?: string;
  /** Marked with a star. */
  readonly required: boolean;
  readonly comments: string;
  /** What the form holds when nobody has filled it in. */
  readonly default: string;
  readonly placeholder?: string;
  readonly example?: string;
  /** A dropdown, where there are any. */
  readonly choices: readonly Choice[];
  /** The key of the pick list that offers values, where there is one. */
  readonly pickList?: string;
}

/** What a step does to the account. */
export type Effect = "reads" | "writes" | "deletes";

/** An action, a trigger, a pick list or a connection, with its form. */
export interface Step {
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** What a builder has to know before filling in the form. */
  readonly directions?: string;
  /** The directions are a warning: left as it is, the step does what nobody asked for. */
  readonly isCareful?: boolean;
  /** One of the few that most flows use. */
  readonly isImportant?: boolean;
  /** `POST /api/tickets`, where the step is one endpoint. */
  readonly endpoint?: string;
  /** What it does to the account. A webhook trigger writes: it sets an integration up. */
  readonly effect: Effect;
  /** The inputs to fill in: not the connection, which is the page's account. */
  readonly inputs: readonly FormInput[];
}

/** Actions on one kind of object. */
export interface Group {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** All that the connector has. */
export interface Catalogue {
  readonly actions: readonly Group[];
  readonly triggers: readonly Step[];
  readonly pickLists: readonly Step[];
  readonly connections: readonly Step[];
}
