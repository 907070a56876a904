import type { Runner } from "../../../cli/flow";
import type { StepAnswer } from "../answers";
import type { RunAsked, WatchedRun } from "../run";
import type { Runs } from "../runs";

/** A run that has begun, and how it comes out. */
export interface Begun {
  readonly run: WatchedRun;
  readonly outcome: Promise<StepAnswer>;
}

/** The runs of one flow: whatever it sends requests for is one of them. */
export class FlowRuns {
  #last: WatchedRun | undefined;

  /** @param changed hears when a run begins, and when it ends */
  constructor(
    private readonly runs: Runs,
    private readonly asked: RunAsked,
    private readonly changed: () => void,
  ) {}

  /** The newest. */
  get last(): WatchedRun | undefined {
    return this.#last;
  }

  /**
   * Begins a run.
   *
   * @throws Refused while the account is being changed, and when too much is under way
   */
  begin(work: (runner: Runner) => Promise<StepAnswer>): Begun {
    let settle: (outcome: Promise<StepAnswer>) => void = () => undefined;
    const outcome = new Promise<StepAnswer>((resolve) => {
      settle = resolve;
    });
    const run = this.runs.begin(this.asked, ({ logger, watcher }) => {
      const working = work({ logger, host: { watcher } });
      settle(working);
      return working.finally(this.changed);
    });
    this.#last = run;
    this.changed();
    return { run, outcome };
  }
}
