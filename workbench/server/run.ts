import { randomUUID } from "node:crypto";
import type { ActionLogger } from "@prismatic-io/spectral/dist/serverTypes";
import type { StepHost } from "../../cli/platform";
import { loggerFor } from "../../cli/run";
import type { Mask } from "../../src/client/secrets";
import type { Exchange, InputValues, LogEntry, Run, RunSummary, Step, Told } from "../messages";
import { type KeptAnswer, keptAnswer, type StepAnswer } from "./answers";
import { exchangeOf } from "./exchanges";
import { wordsOf } from "./failure";
import { inputsInShort } from "./inShort";
import { refusalsIn } from "./refusals";
import { maskOfInputs, shownInputs } from "./secretInputs";

/** What runs, and with what. */
export interface RunAsked {
  readonly step: Step;
  /** As a person filled them in. */
  readonly inputs: InputValues;
  /** The flow that it belongs to. */
  readonly flow?: string;
}

/** What the work of a run is given: it is followed by its log, and called off by a signal. */
export interface RunHost {
  readonly logger: ActionLogger;
  readonly watcher: NonNullable<StepHost["watcher"]>;
}

/** What is told of a run that does not change any more once it has begun. */
type Beginning = Omit<RunSummary, "status" | "requests" | "told">;

/** What it was given, as it may be shown. It may be long, and is told where one run is asked for. */
type Given = Pick<Run, "inputs" | "hidden">;

/** How a run stands. */
type State = Pick<Run, "status" | "ms" | "items" | "failure">;

const CANNOT_BE_CALLED_BACK =
  "Cancelled. A request that has been sent cannot be called back. Waiting for its answer.";

/** One run: follows its work, and tells what becomes of it. */
export class WatchedRun {
  readonly id = randomUUID();
  /** What it answered, for as long as that is kept. */
  kept: KeptAnswer | undefined;
  /** How much its inputs hold, in bytes. */
  readonly inputBytes: number;
  readonly #beginning: Beginning;
  readonly #given: Given;
  readonly #exchanges: Exchange[] = [];
  readonly #log: LogEntry[] = [];
  readonly #stop = new AbortController();
  readonly #step: Step;
  readonly #mask: Mask;
  readonly #maskInputs: Mask;
  readonly #tell: (told: Told) => void;
  #state: State = { status: "running" };
  #waiting: string | undefined;
  /** How often something of it was told. */
  #told = 0;
  #answer: Run["answer"];

  /** @param number counts the runs of this session */
  constructor(
    { step, inputs, flow }: RunAsked,
    number: number,
    account: { readonly name: string; readonly mask: Mask },
    tell: (told: Told) => void,
  ) {
    this.#step = step;
    this.#mask = account.mask;
    this.#maskInputs = maskOfInputs(step, inputs, account.mask);
    this.#tell = tell;
    const shown = shownInputs(step, inputs);
    this.inputBytes = Buffer.byteLength(JSON.stringify(shown.inputs));
    this.#given = {
      inputs: shown.inputs,
      ...(shown.hidden.length > 0 && { hidden: shown.hidden }),
    };
    this.#beginning = {
      id: this.id,
      number,
      kind: step.kind,
      key: step.key,
      label: step.label,
      account: account.name,
      given: inputsInShort(shown.inputs, account.mask),
      startedAt: new Date().toISOString(),
      ...(flow !== undefined && { flow }),
    };
  }

  /** The run as it stands. */
  get told(): Run {
    return { ...this.summary, ...this.#given, exchanges: this.#exchanges, log: this.#log };
  }

  get isOver(): boolean {
    return this.#state.status !== "running";
  }

  /** The trigger that started it, by its key; undefined for what a person ran. */
  get trigger(): string | undefined {
    return this.#beginning.flow === undefined ? undefined : this.#step.key;
  }

  /** What it does: the label of its step. */
  get label(): string {
    return this.#step.label;
  }

  /**
   * Calls it off: nothing more is sent, and a read under way is given up. What writes is waited for
   * once it is sent.
   */
  cancel(): void {
    this.#stop.abort();
    if (!this.isOver && this.#step.effect !== "reads") {
      this.#waiting = CANNOT_BE_CALLED_BACK;
      this.#change({});
    }
  }

  /** Does the work, and never throws: a failure is told. */
  async follow(work: (host: RunHost) => Promise<StepAnswer>): Promise<void> {
    const startedAt = performance.now();
    this.#change({});
    const state = await work({ logger: this.#logger(), watcher: this.#watcher() })
      .then((answer) => this.#answered(answer))
      .catch((error: unknown) => this.#failed(error));
    this.#waiting = undefined;
    this.#change({ ...state, ms: Math.round(performance.now() - startedAt) });
  }

  /** The same without what may be long. */
  get summary(): RunSummary {
    return {
      ...this.#beginning,
      ...this.#state,
      ...(this.#waiting !== undefined && { waiting: this.#waiting }),
      ...(this.#answer && { answer: this.#answer }),
      requests: this.#exchanges.length,
      told: this.#told,
    };
  }

  #change(changes: Partial<State>): void {
    this.#state = { ...this.#state, ...changes };
    this.#told += 1;
    this.#tell({ type: "run", run: this.summary });
  }

  #answered(answer: StepAnswer): State {
    this.kept = keptAnswer(answer, this.#step.key, this.#exchanges.at(-1)?.path, this.#mask);
    this.#answer = this.kept.told;
    return { status: "succeeded" };
  }

  #failed(error: unknown): State {
    const refusals = refusalsIn(error, this.#step.inputs, this.#maskInputs);
    const failure = {
      message: this.#maskInputs(wordsOf(error)),
      ...(refusals && { refusals }),
    };
    if (refusals && this.#exchanges.length === 0) {
      return { status: "refused", failure };
    }
    return { status: this.#stop.signal.aborted ? "cancelled" : "failed", failure };
  }

  #watcher(): RunHost["watcher"] {
    return { signal: this.#stop.signal, onProgress: ({ items }) => this.#change({ items }) };
  }

  #logger(): ActionLogger {
    return loggerFor({
      exchange: (read, entry) => {
        const request = this.#maskInputs(read.request);
        const exchange = exchangeOf({ ...read, request }, this.#maskInputs(entry));
        this.#waiting = undefined;
        this.#exchanges.push(exchange);
        this.#told += 1;
        this.#tell({ type: "exchange", run: this.id, told: this.#told, exchange });
      },
      waiting: ({ reason, delay, attempt }) => {
        this.#waiting = `${reason.startsWith("answered") ? "Gorgias" : "There was"} ${reason}. Waiting ${delay} before try ${attempt}.`;
        this.#change({});
      },
      log: (level, text) => {
        const entry = {
          level,
          text: this.#maskInputs(text),
          at: new Date().toISOString(),
        };
        this.#log.push(entry);
        this.#told += 1;
        this.#tell({ type: "log", run: this.id, told: this.#told, entry });
      },
    });
  }
}
