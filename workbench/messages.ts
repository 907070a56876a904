import type { Side } from "../cli/exchange";
import type { InputValues } from "../cli/platform";

export type { InputValues, Side };

/**
 * What the page and its server tell each other, as JSON. Addresses are relative to the page's own,
 * which holds the token: `api/runs`.
 *
 * | Request | Takes | Answers |
 * | --- | --- | --- |
 * | `GET api/catalogue` | | {@link Catalogue} |
 * | `GET api/account` | | {@link Account} |
 * | `PUT api/account` | {@link Asked} of a connection | {@link Account}, or 422 {@link Failure} |
 * | `DELETE api/account` | | {@link Account}: this one is left for {@link Account.back} |
 * | `POST api/check` | {@link Asked} | {@link Checked} |
 * | `POST api/elsewhere` | {@link Asked} | {@link Elsewhere} |
 * | `POST api/picks` | {@link Asked} of a pick list | {@link Picks}, or 422 {@link Failure} |
 * | `POST api/files?name=…` | the file itself, with its Content-Type | {@link FileReference} |
 * | `GET api/runs` | | {@link RunSummary}[], the newest first |
 * | `POST api/runs` | {@link Asked} | {@link Run}, running; 409 {@link Failure} for one to confirm first |
 * | `GET api/runs/{id}` | | {@link Run} |
 * | `DELETE api/runs/{id}` | | {@link Run}: what is under way is cancelled |
 * | `GET api/runs/{id}/answer` | | the answer as JSON, or the file that it is |
 * | `GET api/runs/{id}/answer.json`, `…/answer.csv`, `…/answer.file` | | the same as a download |
 * | `GET api/flows` | | {@link Flow}[] |
 * | `POST api/flows` | {@link Asked} of a trigger | {@link Flow}; 409 or 422 {@link Failure} |
 * | `POST api/flows/{id}/runs` | | {@link Run}: a poll, now |
 * | `DELETE api/flows/{id}` | | {@link Flow}, stopped |
 * | `GET api/sandbox` | | {@link SandboxState} |
 * | `POST api/sandbox/happenings` | {@link Happening}'s key: `{ key }` | {@link Happened} |
 * | `POST api/sandbox/faults` | {@link FaultAsked} | {@link SandboxState} |
 * | `DELETE api/sandbox/faults` | | {@link SandboxState}: those that still wait are taken back |
 * | `GET api/events` | | server-sent events, each a {@link Told} as its data |
 *
 * What fails is answered with a status of 400 or above and a {@link Failure}.
 */

/** What can be looked at and filled in. */
export type Kind = "actions" | "triggers" | "pickLists" | "connections";

/** A value to choose, and how it is shown. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One input of a form, out of the built component's own definition. */
export interface FormInput {
  readonly key: string;
  readonly label: string;
  /** Spectral's type: string, text, password, boolean, code, timestamp, data, template. */
  readonly type: string;
  /** Several of them: a list of values, or of `{ key, value }`. */
  readonly collection?: "valuelist" | "keyvaluelist";
  /** What a key-value list calls its keys. */
  readonly keyLabel?: string;
  /** The language of a type that is code: json, html. */
  readonly language?: string;
  /** Marked with a star. */
  readonly required: boolean;
  readonly comments: string;
  /** What the form holds when nobody has filled it in. */
  readonly default: string;
  readonly placeholder?: string;
  readonly example?: string;
  /** A dropdown, where there are any. */
  readonly choices: readonly Choice[];
  /** The key of the pick list that offers values, where there is one. */
  readonly pickList?: string;
}

/** An action, a trigger, a pick list or a connection, with its form. */
export interface Step {
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** What a builder has to know before filling in the form. */
  readonly directions?: string;
  /** The directions are a warning: left as it is, the step does what nobody asked for. */
  readonly isCareful?: boolean;
  /** One of the few that most flows use. */
  readonly isImportant?: boolean;
  /** `POST /api/tickets`, where the step is one endpoint. */
  readonly endpoint?: string;
  /** What it does to the account. A webhook trigger writes: it sets an integration up. */
  readonly effect: "reads" | "writes" | "deletes";
  /** The inputs to fill in: not the connection, which is the page's account. */
  readonly inputs: readonly FormInput[];
}

/** Actions on one kind of object. */
export interface Group {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** All that the connector has. */
export interface Catalogue {
  readonly actions: readonly Group[];
  readonly triggers: readonly Step[];
  readonly pickLists: readonly Step[];
  readonly connections: readonly Step[];
}

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

/** A file that was handed to the server, in the place of its bytes. */
export interface FileReference {
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** A step as it was filled in. */
export interface Asked {
  readonly kind: Kind;
  readonly key: string;
  /** A file in them is a {@link FileReference}. */
  readonly inputs: InputValues;
  /** The name of the real account that a person has agreed it may write to. */
  readonly confirmedFor?: string;
}

/** Why an input cannot be sent. */
export interface Refusal {
  /** The input's key; undefined for one that is of the whole form. */
  readonly input?: string;
  /** A sentence that begins with the input's label. */
  readonly message: string;
}

/** Why something did not work. */
export interface Failure {
  readonly message: string;
  readonly refusals?: readonly Refusal[];
  /** It only has to be confirmed, for the account of this name: {@link Asked.confirmedFor}. */
  readonly mustBeConfirmedFor?: string;
}

/** What the connector says of a form, before anything is sent. */
export interface Checked {
  readonly refusals: readonly Refusal[];
}

/** What a pick list offers. */
export interface Picks {
  readonly choices: readonly Choice[];
}

/** How much of the rate limit is used up. */
export interface RateLimit {
  readonly used: number;
  readonly limit: number;
}

/** A request as it went out, and what became of it. */
export interface Exchange {
  readonly method: string;
  /** With the query: `/api/tickets?limit=5`. */
  readonly path: string;
  /** `200`, or the code of the fault when no answer came: `ECONNRESET`. */
  readonly status: string;
  readonly ms: number;
  /** When it was answered, ISO. */
  readonly at: string;
  readonly rateLimit?: RateLimit;
  readonly request: Side;
  readonly response?: Side;
}

/** An entry of the connector's log. */
export interface LogEntry {
  readonly level: string;
  readonly text: string;
  /** ISO. */
  readonly at: string;
}

/** What came back. */
export interface Answer {
  readonly kind: "json" | "file" | "nothing";
  /** Of a file. */
  readonly contentType?: string;
  /** Of a file: its name, or one that fits. */
  readonly fileName?: string;
  /** As JSON, or of the file. */
  readonly bytes: number;
  /** In a few words: `30 tickets, and there are more`. */
  readonly words: string;
}

/** A step that runs or has run: of an action, of a pick list, or of a flow that a trigger starts. */
export interface Run {
  readonly id: string;
  /** Counts the runs of this session, from 1. */
  readonly number: number;
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  /** Without what nobody may read: passwords are left out, and `***` stands for other secrets. */
  readonly inputs: InputValues;
  /** The keys of inputs that held such secrets: without those, it would do something else. */
  readonly hidden?: readonly string[];
  /** The account's name. */
  readonly account: string;
  /** ISO. */
  readonly startedAt: string;
  /** `refused`: an input cannot be sent, and nothing was. */
  readonly status: "running" | "succeeded" | "failed" | "refused" | "cancelled";
  /** Once it has ended. */
  readonly ms?: number;
  /** How many items a longer read has so far. */
  readonly items?: number;
  /** What it waits for: `answered 503. Waiting 2 seconds before try 2.` */
  readonly waiting?: string;
  readonly exchanges: readonly Exchange[];
  readonly log: readonly LogEntry[];
  readonly answer?: Answer;
  readonly failure?: Failure;
  /** The flow that it belongs to. */
  readonly flow?: string;
}

/** A run without its lists. */
export type RunSummary = Omit<Run, "exchanges" | "log">;

/** What happened, on the stream of events. */
export type Told =
  /** A run began, or something of it changed; what is new in its lists is told apart. */
  | { readonly type: "run"; readonly run: RunSummary }
  | { readonly type: "exchange"; readonly run: string; readonly exchange: Exchange }
  | { readonly type: "log"; readonly run: string; readonly entry: LogEntry }
  /** A flow began, ended or ran. */
  | { readonly type: "flow" }
  | { readonly type: "account"; readonly account: Account }
  | { readonly type: "sandbox"; readonly sandbox: SandboxState };

/** The same step in other places, to copy. */
export interface Elsewhere {
  readonly terminal: Snippet;
  readonly code: Snippet;
  readonly mcp: Snippet;
}

/** Something to copy. */
export interface Snippet {
  readonly text: string;
  readonly language: "sh" | "ts" | "json";
  /** What has to be known of it: where a file stands, for one. */
  readonly notes: readonly string[];
}

/** A trigger at work: a deployed flow that it starts, and that keeps its state. */
export interface Flow {
  readonly id: string;
  /** The trigger's key. */
  readonly key: string;
  readonly label: string;
  readonly inputs: InputValues;
  /** Whether it polls, or is called. */
  readonly way: "poll" | "webhook";
  /** Where Gorgias calls it. */
  readonly url?: string;
  /** Of one that polls: since when it remembers where the account stands, ISO. */
  readonly since?: string;
  readonly status: "running" | "stopped";
  /** The last of its runs. */
  readonly last?: string;
}

/** Something that can be made to happen in the sandbox. */
export interface Happening {
  readonly key: string;
  /** `A customer writes a new ticket`. */
  readonly label: string;
}

/** What happened there. */
export interface Happened {
  /** `Ticket #153041806 "Where is order #1001?" was created.` */
  readonly message: string;
}

/** A fault for the next requests. */
export interface FaultAsked {
  readonly kind: "429" | "500" | "cut" | "slow";
  /** How many requests it hits. */
  readonly count: number;
}

/** What can be done with the sandbox. */
export interface SandboxState {
  /** False while the account is a real one: then nothing of the rest can be used. */
  readonly isUsed: boolean;
  readonly happenings: readonly Happening[];
  /** Faults that still wait for requests. */
  readonly faults: readonly FaultAsked[];
}
