import type { RunSummary, Told } from "../messages";
import type { Accounts } from "./accounts";
import type { KeptAnswer, StepAnswer } from "./answers";
import { Refused } from "./failure";
import { type RunAsked, type RunHost, WatchedRun } from "./run";

/** How much is kept of runs, and how many there may be at once. */
export interface RunLimits {
  /** The most that are kept of those that a person ran. */
  readonly runs: number;
  /** The most of those that one trigger started: by number, they push out nothing that a person ran. */
  readonly ofTrigger: number;
  /** The most that are under way. */
  readonly underWay: number;
  /** How much their inputs and answers may hold, in bytes. */
  readonly bytes: number;
}

/** As much as a day of work needs. */
export const RUN_LIMITS: RunLimits = {
  runs: 200,
  ofTrigger: 50,
  underWay: 50,
  bytes: 256 * 2 ** 20,
};

/** The runs of this session, the newest of them with their answers. */
export class Runs {
  readonly #runs = new Map<string, WatchedRun>();
  readonly #underWay = new Map<WatchedRun, Promise<void>>();
  #count = 0;

  constructor(
    private readonly accounts: Accounts,
    private readonly tell: (told: Told) => void,
    private readonly limits: RunLimits,
  ) {}

  /** The newest first. */
  all(): readonly RunSummary[] {
    return [...this.#runs.values()].map(({ summary }) => summary).reverse();
  }

  /** What is under way, by what it does. */
  get underWay(): readonly string[] {
    return [...this.#underWay.keys()].map(({ label }) => label);
  }

  /** @throws Refused when there is none, or none any more */
  get(id: string): WatchedRun {
    const run = this.#runs.get(id);
    if (!run) {
      throw new Refused(404, {
        message: `There is no such run, or it is no longer kept: the workbench keeps the newest ${this.limits.runs}, and of each trigger the newest ${this.limits.ofTrigger}.`,
      });
    }
    return run;
  }

  /** @throws Refused when it has none, or none any more */
  answerOf(id: string): KeptAnswer {
    const { kept, told } = this.get(id);
    if (kept) {
      return kept;
    }
    throw told.answer
      ? new Refused(410, {
          message: `This answer is no longer kept: the workbench keeps the newest ${this.limits.bytes / 2 ** 20} MB. Run the step again.`,
        })
      : new Refused(404, { message: "This run has no answer." });
  }

  /**
   * Starts a run.
   *
   * @param work does it; the account stays as it is until it is done
   * @throws Refused while the account is being changed, and when too much is under way
   */
  begin(asked: RunAsked, work: (host: RunHost) => Promise<StepAnswer>): WatchedRun {
    if (this.#underWay.size >= this.limits.underWay) {
      throw new Refused(409, {
        message: `${this.limits.underWay} runs are under way, the most that the workbench takes. Wait until one has ended, or cancel one.`,
      });
    }
    const letGo = this.accounts.hold();
    const { mask, told } = this.accounts.current;
    this.#count += 1;
    const run = new WatchedRun(asked, this.#count, { name: told.name, mask }, this.tell);
    this.#runs.set(run.id, run);
    const done = run.follow(work).finally(() => {
      letGo();
      this.#underWay.delete(run);
      this.#forget();
    });
    this.#underWay.set(run, done);
    return run;
  }

  /** Calls off what is under way, and waits until it has ended. */
  async end(): Promise<void> {
    for (const run of this.#runs.values()) {
      run.cancel();
    }
    await Promise.allSettled(this.#underWay.values());
  }

  /** Lets go of what is too much, the oldest first. */
  #forget(): void {
    const newest = [...this.#runs.values()].reverse();
    const counts = new Map<string | undefined, number>();
    let [inputBytes, bytes] = [0, 0];
    for (const [index, run] of newest.entries()) {
      const { trigger } = run;
      const count = (counts.get(trigger) ?? 0) + 1;
      counts.set(trigger, count);
      const most = trigger === undefined ? this.limits.runs : this.limits.ofTrigger;
      const isTooMuch = index > 0 && inputBytes + run.inputBytes > this.limits.bytes;
      if (run.isOver && (count > most || isTooMuch)) {
        this.#runs.delete(run.id);
        this.tell({ type: "forgotten", run: run.id });
        continue;
      }
      inputBytes += run.inputBytes;
      bytes += run.inputBytes + (run.kept?.bytes.length ?? 0);
      if (index > 0 && bytes > this.limits.bytes) {
        run.kept = undefined;
      }
    }
  }
}
