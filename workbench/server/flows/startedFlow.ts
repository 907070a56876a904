import { randomUUID } from "node:crypto";
import { type Flow as Deployed, flowWith, type Handed, type Runner } from "../../../cli/flow";
import { handedInWords, NOTHING_YET } from "../../../cli/handed";
import { type Call, type Receiver, receive } from "../../../cli/receiver";
import type { Flow, InputValues, Run, Step } from "../../messages";
import type { StepAnswer } from "../answers";
import { Refused, wordsOf } from "../failure";
import { shownInputs } from "../secretInputs";
import type { Session } from "../session";
import { FlowRuns } from "./flowRuns";

/** A flow that is to start. */
export interface FlowAsked {
  readonly step: Step;
  /** As a person filled them in. */
  readonly inputs: InputValues;
  /** The same, as the platform hands them over. */
  readonly values: InputValues;
}

/** A flow at work. Setting up, each poll, each call and taking away are runs of the session. */
export class StartedFlow {
  readonly #id = randomUUID();
  readonly #runs: FlowRuns;
  readonly #letGo: () => void;
  #flow: Deployed;
  #receiver: Receiver | undefined;
  #since: string | undefined;
  #isStopped = false;
  #started: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | undefined;

  constructor(
    private readonly session: Session,
    private readonly asked: FlowAsked,
  ) {
    this.#letGo = session.accounts.hold();
    this.#flow = this.#deployedAt();
    const { step, inputs } = asked;
    this.#runs = new FlowRuns(session.runs, { step, inputs, flow: this.#id }, () => this.#tell());
  }

  /** The flow as it stands. */
  get told(): Flow {
    const { step, inputs } = this.asked;
    const { key, label } = step;
    const { last } = this.#runs;
    return {
      id: this.#id,
      key,
      label,
      ...shownInputs(step, inputs),
      way: this.#flow.webhook ? "webhook" : "poll",
      ...(this.#receiver && { url: this.#receiver.url }),
      ...(this.#since !== undefined && { since: this.#since }),
      status: this.#isStopped ? "stopped" : "running",
      ...(last && { last: last.id }),
    };
  }

  /**
   * Begins: a flow that polls does so at once, a webhook is set up.
   *
   * @throws Refused when the webhook could not be set up: then nothing is left of it
   */
  start(): Promise<void> {
    this.#started = this.#start();
    return this.#started;
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
    if (this.#runs.last?.isOver === false) {
      throw new Refused(409, {
        message: "The last poll is still running. Wait until it has ended, or cancel it.",
      });
    }
    const { run, outcome } = this.#runs.begin(async (runner) =>
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
  stop(): Promise<void> {
    this.#stopping ??= this.#stop().finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** Ends without another request. */
  async end(): Promise<void> {
    this.#isStopped = true;
    await this.#receiver?.close();
    this.#letGo();
    this.#tell();
  }

  async #start(): Promise<void> {
    try {
      if (this.#flow.webhook) {
        this.#receiver = await receive((call) => this.#take(call));
        const { url } = this.#receiver;
        this.#flow = this.#deployedAt(url);
        await this.#setUp("deploy", `Gorgias calls ${url} from now on`);
      } else {
        this.poll();
      }
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  async #stop(): Promise<void> {
    await this.#started.catch(() => undefined);
    if (this.#isStopped) {
      return;
    }
    if (this.#flow.webhook) {
      await this.#setUp("remove", "Webhook removed");
    } else {
      this.#runs.last?.cancel();
    }
    await this.end();
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
    this.#since = now;
    return { ...handed, isFirst };
  }

  #answerOf({ data, isFirst }: { data: unknown; isFirst: boolean }): StepAnswer {
    const isRemembered = isFirst && !this.#flow.deliverHistory;
    return { data, words: isRemembered ? NOTHING_YET : handedInWords(data) };
  }

  /** Runs the flow for a call. */
  async #take(call: Call): Promise<Handed> {
    let handed: Handed | undefined;
    const { outcome } = this.#runs.begin(async (runner) => {
      handed = await this.#flow.run(runner, call);
      return { data: handed.data, words: handedInWords(handed.data) };
    });
    await outcome;
    return handed ?? { data: [], status: 500 };
  }

  async #setUp(what: "deploy" | "remove", words: string): Promise<void> {
    const { outcome } = this.#runs.begin(async (runner) => {
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

  #refuseIfStopped(): void {
    if (this.#isStopped) {
      throw new Refused(409, { message: "This flow has been stopped. Start another one." });
    }
  }

  #tell(): void {
    this.session.tell({ type: "flow" });
  }
}
