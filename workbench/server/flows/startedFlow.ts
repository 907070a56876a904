import { randomUUID } from "node:crypto";
import { type Flow as Deployed, flowWith, type Handed, type Runner } from "../../../cli/flow";
import { handedInWords, REMEMBERED } from "../../../cli/handed";
import { type Call, type Receiver, receive } from "../../../cli/receiver";
import type { Flow, InputValues, Run, Step } from "../../messages";
import { Refused, wordsOf } from "../failure";
import type { StepAnswer } from "../performing";
import type { WatchedRun } from "../run";
import type { Session } from "../session";

/** A flow that is to start. */
export interface FlowAsked {
  readonly step: Step;
  /** As a person filled them in. */
  readonly inputs: InputValues;
  /** The same, as the platform hands them over. */
  readonly values: InputValues;
}

/**
 * A flow at work. Whatever it sends requests for is a run of the session: setting up, each poll,
 * each call, and taking away.
 */
export class StartedFlow {
  readonly #id = randomUUID();
  readonly #runs: string[] = [];
  readonly #letGo: () => void;
  #flow: Deployed;
  #receiver: Receiver | undefined;
  #last: WatchedRun | undefined;
  #since: string | undefined;
  #isStopped = false;

  constructor(
    private readonly session: Session,
    private readonly asked: FlowAsked,
  ) {
    this.#letGo = session.accounts.hold();
    this.#flow = this.#deployedAt();
  }

  /** The flow as it stands. */
  get told(): Flow {
    const { key, label } = this.asked.step;
    return {
      id: this.#id,
      key,
      label,
      inputs: this.asked.inputs,
      way: this.#flow.webhook ? "webhook" : "poll",
      ...(this.#receiver && { url: this.#receiver.url }),
      ...(this.#since !== undefined && { since: this.#since }),
      status: this.#isStopped ? "stopped" : "running",
      runs: this.#runs,
    };
  }

  /**
   * Begins: a flow that polls does so at once, a webhook is set up.
   *
   * @throws Refused when the webhook could not be set up: then nothing is left of it
   */
  async start(): Promise<void> {
    if (!this.#flow.webhook) {
      this.poll();
      return;
    }
    this.#receiver = await receive((call) => this.#take(call));
    this.#flow = this.#deployedAt(this.#receiver.url);
    const { url } = this.#receiver;
    try {
      await this.#setUp("deploy", `Gorgias calls ${url} from now on`);
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  /**
   * Polls. The first run remembers where the account stands, or delivers the history of a sync; one
   * that failed is made up for by the next.
   *
   * @throws Refused for a flow that is called, has been stopped, or is polling already
   */
  poll(): Run {
    if (this.#flow.webhook) {
      throw new Refused(409, { message: "This flow does not poll: Gorgias calls it." });
    }
    this.#refuseIfStopped();
    if (this.#last && !this.#last.isOver) {
      throw new Refused(409, {
        message: "The last poll is still running. Wait until it has ended, or cancel it.",
      });
    }
    const { run, outcome } = this.#begin(async (runner) =>
      this.#answerOf(await this.#poll(runner)),
    );
    outcome.catch(() => undefined);
    return run.told;
  }

  /**
   * Stops: a poll under way is cancelled, a webhook taken away.
   *
   * @throws Refused when the webhook could not be taken away: then the flow goes on
   */
  async stop(): Promise<void> {
    if (this.#isStopped) {
      return;
    }
    if (this.#flow.webhook) {
      await this.#setUp("remove", "Gorgias calls nobody any more");
    } else {
      this.#last?.cancel();
    }
    await this.end();
  }

  /** Ends without another request. */
  async end(): Promise<void> {
    this.#isStopped = true;
    await this.#receiver?.close();
    this.#letGo();
    this.#tell();
  }

  #deployedAt(url?: string): Deployed {
    const { session, asked } = this;
    const values = { ...asked.values, debugRequest: "true" };
    const { connection } = session.accounts.current;
    return flowWith(session.component, asked.step.key, connection, values, url);
  }

  async #poll(runner: Runner): Promise<Handed & { readonly isFirst: boolean }> {
    const isFirst = this.#since === undefined;
    const now = new Date().toISOString();
    const handed = await (isFirst && this.#flow.deliverHistory
      ? this.#flow.deliverHistory(runner)
      : this.#flow.run(runner));
    this.#since ??= now;
    return { ...handed, isFirst };
  }

  #answerOf({ data, isFirst }: { data: unknown; isFirst: boolean }): StepAnswer {
    const isRemembered = isFirst && !this.#flow.deliverHistory;
    return { data, words: isRemembered ? REMEMBERED : handedInWords(data) };
  }

  /** Runs the flow for a call. */
  async #take(call: Call): Promise<Handed> {
    let handed: Handed | undefined;
    const { outcome } = this.#begin(async (runner) => {
      handed = await this.#flow.run(runner, call);
      return { data: handed.data, words: handedInWords(handed.data) };
    });
    await outcome;
    return handed ?? { data: [], status: 500 };
  }

  async #setUp(what: "deploy" | "remove", words: string): Promise<void> {
    const { outcome } = this.#begin(async (runner) => {
      await this.#flow.webhook?.[what](runner);
      return { data: undefined, words };
    });
    try {
      await outcome;
    } catch (error) {
      const { mask } = this.session.accounts.current;
      throw new Refused(422, { message: mask(wordsOf(error)) });
    }
  }

  /** Begins a run, and tells how it comes out. */
  #begin(work: (runner: Runner) => Promise<StepAnswer>): {
    readonly run: WatchedRun;
    readonly outcome: Promise<StepAnswer>;
  } {
    const { step, inputs } = this.asked;
    let settle: (outcome: Promise<StepAnswer>) => void = () => undefined;
    const outcome = new Promise<StepAnswer>((resolve) => {
      settle = resolve;
    });
    const run = this.session.runs.begin({ step, inputs, flow: this.#id }, ({ logger, watcher }) => {
      const working = work({ logger, host: { watcher } });
      settle(working);
      return working.finally(() => this.#tell());
    });
    this.#last = run;
    this.#runs.push(run.id);
    this.#tell();
    return { run, outcome };
  }

  #refuseIfStopped(): void {
    if (this.#isStopped) {
      throw new Refused(409, { message: "This flow has been stopped. Start another one." });
    }
  }

  #tell(): void {
    this.session.tell({ type: "flow", flow: this.told });
  }
}
