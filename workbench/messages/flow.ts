import type { InputValues } from "./asked";

/** A trigger at work: a deployed flow that it starts, and that keeps its state. */
export interface Flow {
  readonly id: string;
  /** The trigger's key. */
  readonly key: string;
  readonly label: string;
  readonly inputs: InputValues;
  /** The keys of inputs that held secrets: these are not as they were filled in. */
  readonly hidden: readonly string[];
  /** Whether it polls, or is called. */
  readonly way: "poll" | "webhook";
  /** Where Gorgias calls it. */
  readonly url?: string;
  /** Of one that polls: when it last looked at the account, ISO. */
  readonly since?: string;
  readonly status: "running" | "stopped";
  /** The last of its runs. */
  readonly last?: string;
}

/** Something that can be made to happen in the sandbox. */
export interface Happening {
  readonly key: string;
  /** `A customer writes a new ticket`. */
  readonly label: string;
  /** The events of a webhook that report it: none where a webhook does not hear of it. */
  readonly events: readonly string[];
}

/** What happened there. */
export interface Happened {
  /** `Ticket #153041806 "Where is order #1001?" was created.` */
  readonly message: string;
}

/** A fault for the next requests. */
export interface FaultAsked {
  readonly kind: "429" | "500" | "cut" | "slow";
  /** How many requests it hits. */
  readonly count: number;
}

/** What can be done with the sandbox. */
export interface SandboxState {
  /** False while the account is a real one: then nothing of the rest can be used. */
  readonly isUsed: boolean;
  readonly happenings: readonly Happening[];
  /** Faults that still wait for requests. */
  readonly faults: readonly FaultAsked[];
}
