/** A call that is being carried out. */
export interface CallUnderWay {
  /** Tells that nobody waits for its answer any more. */
  readonly signal: AbortSignal;
  /** Takes it off the list. */
  end(): void;
}

/** The calls under way: what a client can cancel, and what a server waits for before it ends. */
export class Calls {
  readonly #byKey = new Map<string, AbortController>();
  #underWay = 0;
  #idle: (() => void)[] = [];

  /**
   * Puts a call on the list.
   *
   * @param key what {@link cancel} knows it by, undefined for one that only its own signals cancel
   * @param signals cancel it as well
   */
  begin(key: string | undefined, ...signals: readonly AbortSignal[]): CallUnderWay {
    const controller = new AbortController();
    this.#underWay += 1;
    if (key !== undefined) {
      this.#byKey.set(key, controller);
    }
    return {
      signal: AbortSignal.any([controller.signal, ...signals]),
      end: () => {
        if (key !== undefined && this.#byKey.get(key) === controller) {
          this.#byKey.delete(key);
        }
        this.#underWay -= 1;
        if (this.#underWay === 0) {
          for (const wake of this.#idle.splice(0)) {
            wake();
          }
        }
      },
    };
  }

  /** Cancels the call with that key, if it is still under way. */
  cancel(key: string): void {
    this.#byKey.get(key)?.abort();
  }

  /** Resolves when no call is under way. */
  async idle(): Promise<void> {
    if (this.#underWay > 0) {
      await new Promise<void>((wake) => this.#idle.push(wake));
    }
  }
}
