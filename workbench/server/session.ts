import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import type { Catalogue, Told } from "../messages";
import type { Accounts } from "./accounts";
import type { Files } from "./files";
import type { Runs } from "./runs";

/** What the page's server works with, from its start to its end. */
export interface Session {
  /** The connector, as the platform loads it. */
  readonly component: Component;
  readonly catalogue: Catalogue;
  readonly accounts: Accounts;
  readonly runs: Runs;
  readonly files: Files;
  /** Tells every page that is open what happened. */
  tell(told: Told): void;
  /** Has something done when the server ends: a webhook taken away, for one. */
  atEnd(work: () => Promise<void>): void;
}
