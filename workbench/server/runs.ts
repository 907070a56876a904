import type { Run, Told } from "../messages";
import type { Accounts } from "./accounts";
import type { KeptAnswer } from "./answers";
import { Refused } from "./failure";
import type { StepAnswer } from "./performing";
import { type RunAsked, type RunHost, WatchedRun } from "./run";

/** The most runs that are kept. */
const MOST_RUNS = 200;

/** How much their answers may hold, in bytes. */
const MOST_BYTES = 256 * 2 ** 20;

/** The runs of this session, the newest of them with their answers. */
export class Runs {
  readonly #runs = new Map<string, WatchedRun>();
  readonly #underWay = new Set<Promise<void>>();
  #count = 0;

  constructor(
    private readonly accounts: Accounts,
    private readonly tell: (told: Told) => void,
  ) {}

  /** The newest first. */
  all(): readonly Run[] {
    return [...this.#runs.values()].map(({ told }) => told).reverse();
  }

  /** @throws Refused when there is none, or none any more */
  get(id: string): WatchedRun {
    const run = this.#runs.get(id);
    if (!run) {
      throw new Refused(404, {
        message: `There is no such run. The workbench keeps the newest ${MOST_RUNS}.`,
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
          message: `This answer is no longer kept: the workbench keeps the newest ${MOST_BYTES / 2 ** 20} MB. Run the step again.`,
        })
      : new Refused(404, { message: "This run has no answer." });
  }

  /**
   * Starts a run.
   *
   * @param work does it; the account stays as it is until it is done
   * @throws Refused while the account is being changed
   */
  begin(asked: RunAsked, work: (host: RunHost) => Promise<StepAnswer>): WatchedRun {
    const letGo = this.accounts.hold();
    const { mask, told } = this.accounts.current;
    this.#count += 1;
    const run = new WatchedRun(asked, this.#count, { name: told.name, mask }, this.tell);
    this.#runs.set(run.id, run);
    const done = run.follow(work).finally(() => {
      letGo();
      this.#underWay.delete(done);
      this.#forget();
    });
    this.#underWay.add(done);
    return run;
  }

  /** Calls off what is under way, and waits until it has ended. */
  async end(): Promise<void> {
    for (const run of this.#runs.values()) {
      run.cancel();
    }
    await Promise.allSettled(this.#underWay);
  }

  /** Lets go of what is too much, the oldest first. */
  #forget(): void {
    const newest = [...this.#runs.values()].reverse();
    let bytes = 0;
    for (const [index, run] of newest.entries()) {
      bytes += run.kept?.bytes.length ?? 0;
      if (index > 0 && bytes > MOST_BYTES) {
        run.kept = undefined;
      }
      if (index >= MOST_RUNS && run.isOver) {
        this.#runs.delete(run.id);
        this.tell({ type: "forgotten", run: run.id });
      }
    }
  }
}
