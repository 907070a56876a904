import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import { type Account as Opened, openAccount } from "../../cli/account";
import type { SandboxOptions } from "../../sandbox";
import { connectionFromEnvironment, type Environment } from "../../src/connections/environment";
import type { Account } from "../messages";
import { type CurrentAccount, MADE_UP, madeUp, real } from "./currentAccount";
import { Refused } from "./failure";

/** Whose accounts they are, and what a sandbox looks like. */
export interface AccountsOptions {
  readonly environment: Environment;
  readonly sandbox: SandboxOptions;
  /** Hears that the account is another one. */
  readonly onChange: (account: Account) => void;
}

/**
 * Keeps one account at a time. Where requests go is a variable of the process, which the connector
 * reads when a step begins: it is changed with the account, and never while a step is under way.
 */
export class Accounts {
  #current: CurrentAccount;
  #sandbox: Opened | undefined;
  /** How many runs and flows are under way. */
  #held = 0;
  #isChanging = false;
  readonly #brief = new Set<Promise<unknown>>();
  readonly #options: AccountsOptions;
  /** The account that the environment names. */
  readonly #named: CurrentAccount | undefined;
  /** Where the process sent its requests before. */
  readonly #addressBefore: string | undefined;

  private constructor(options: AccountsOptions, begin: Begin) {
    this.#options = options;
    this.#current = begin.current;
    this.#named = begin.sandbox ? undefined : begin.current;
    this.#sandbox = begin.sandbox;
    this.#addressBefore = begin.addressBefore;
  }

  /**
   * Opens the account that the environment names, or a sandbox.
   *
   * @throws Error when the environment names an account only in part, or two
   */
  static async open(given: AccountsOptions): Promise<Accounts> {
    // It may be the process's own, in which the account's address is changed.
    const options = { ...given, environment: { ...given.environment } };
    const addressBefore = process.env.GORGIAS_BASE_URL;
    const connection = connectionFromEnvironment(options.environment);
    if (connection) {
      sendTo(options.environment.GORGIAS_BASE_URL);
      return new Accounts(options, { current: real(connection, "environment"), addressBefore });
    }
    const sandbox = await openAccount({}, options.sandbox);
    const current = madeUp(sandbox, options.sandbox);
    return new Accounts(options, { current, sandbox, addressBefore });
  }

  /** The account that everything runs on. */
  get current(): CurrentAccount {
    return this.#current;
  }

  /** What the page is told of it, and of the one that follows when it is left. */
  get told(): Account {
    const { told, sandbox } = this.#current;
    const next = this.#next?.told.name ?? (sandbox ? undefined : MADE_UP);
    return { ...told, ...(next !== undefined && { back: next }) };
  }

  /**
   * Keeps the account as it is for as long as something is under way.
   *
   * @returns lets go of it
   * @throws Refused while the account is being changed
   */
  hold(): () => void {
    this.#refuseWhileChanging();
    this.#held += 1;
    let isHeld = true;
    return () => {
      this.#held -= isHeld ? 1 : 0;
      isHeld = false;
    };
  }

  /**
   * Does something short on the account: a change of it waits until that is done.
   *
   * @throws Refused while the account is being changed
   */
  async briefly<T>(work: (account: CurrentAccount) => Promise<T>): Promise<T> {
    this.#refuseWhileChanging();
    const done = work(this.#current);
    this.#brief.add(done);
    try {
      return await done;
    } finally {
      this.#brief.delete(done);
    }
  }

  /**
   * Goes on with a real account.
   *
   * @param proves makes sure that it can be used: what it throws leaves everything as it was
   */
  async use(connection: ConnectionValue, proves: () => Promise<void>): Promise<Account> {
    return this.#change(async () => {
      sendTo(this.#options.environment.GORGIAS_BASE_URL);
      await proves();
      return real(connection, "page");
    });
  }

  /** Leaves this account: for the one that the environment names, or else for the sandbox. */
  async leave(): Promise<Account> {
    const next = this.#next;
    if (!next && this.#current.sandbox) {
      return this.told;
    }
    return this.#change(async () => {
      if (!next) {
        return this.#openSandbox();
      }
      sendTo(this.#options.environment.GORGIAS_BASE_URL);
      return next;
    });
  }

  /** Ends the sandbox, and lets the process send where it sent before. */
  async close(): Promise<void> {
    // Nobody waits for it any more, and nothing of it goes anywhere else.
    await Promise.allSettled(this.#brief);
    sendTo(this.#addressBefore);
    await this.#sandbox?.close();
  }

  async #change(to: () => Promise<CurrentAccount>): Promise<Account> {
    this.#refuseWhileChanging();
    if (this.#held > 0) {
      throw new Refused(409, {
        message: `Something is still running on ${this.#current.told.name}. Wait until it has ended, or cancel it, and change the account then.`,
      });
    }
    this.#isChanging = true;
    const before = process.env.GORGIAS_BASE_URL;
    try {
      await Promise.allSettled(this.#brief);
      this.#current = await to();
    } catch (error) {
      sendTo(before);
      throw error;
    } finally {
      this.#isChanging = false;
    }
    this.#options.onChange(this.told);
    return this.told;
  }

  /** The environment's account, where it names one that is not in use. */
  get #next(): CurrentAccount | undefined {
    return this.#current === this.#named ? undefined : this.#named;
  }

  #refuseWhileChanging(): void {
    if (this.#isChanging) {
      throw new Refused(409, {
        message: "The account is just being changed. Try again in a moment.",
      });
    }
  }

  /** One for the whole session: what was done there is still there. */
  async #openSandbox(): Promise<CurrentAccount> {
    this.#sandbox ??= await openAccount({}, this.#options.sandbox);
    sendTo(this.#sandbox.sandbox?.url);
    return madeUp(this.#sandbox, this.#options.sandbox);
  }
}

/** How accounts begin. */
interface Begin {
  readonly current: CurrentAccount;
  readonly sandbox?: Opened;
  readonly addressBefore: string | undefined;
}

/** Where the connector sends its requests: to an address on this machine, or to Gorgias. */
function sendTo(address: string | undefined): void {
  if (address) {
    process.env.GORGIAS_BASE_URL = address;
  } else {
    delete process.env.GORGIAS_BASE_URL;
  }
}
