/** The account that everything runs on. No credential is ever told. */
export interface Account {
  /** As a person would name it: `acme.gorgias.com`, `a made-up account on this machine`. */
  readonly name: string;
  readonly isSandbox: boolean;
  /** The key of its connection. */
  readonly connection: string;
  /** How long a full bucket of the rate limit takes to run empty, in seconds. */
  readonly windowSeconds: number;
  /** Where it was filled in: in the environment (or `.env`), on the page, or nowhere. */
  readonly source: "environment" | "page" | "sandbox";
  /**
   * The name of the account that follows when this one is left: the one that the environment names,
   * or else the sandbox. Undefined for a sandbox where the environment names none.
   */
  readonly back?: string;
}
