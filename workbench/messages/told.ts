import type { Account } from "./account";
import type { SandboxState } from "./flow";
import type { Exchange, LogEntry, RunSummary } from "./run";

/** What happened, on the stream of events. */
export type Told =
  /** A run began, or something of it changed; what is new in its lists is told apart. */
  | { readonly type: "run"; readonly run: RunSummary }
  | {
      readonly type: "exchange";
      /** Empty for what belongs to no run: a check, for one. */
      readonly run: string;
      /** {@link Run.told} */
      readonly told: number;
      readonly exchange: Exchange;
    }
  | {
      readonly type: "log";
      readonly run: string;
      /** {@link Run.told} */
      readonly told: number;
      readonly entry: LogEntry;
    }
  /** A run is no longer kept. */
  | { readonly type: "forgotten"; readonly run: string }
  /** A flow began, ended or ran. */
  | { readonly type: "flow" }
  | { readonly type: "account"; readonly account: Account }
  | { readonly type: "sandbox"; readonly sandbox: SandboxState };
