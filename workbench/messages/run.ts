import type { Side } from "../../cli/exchange";
import type { Failure, InputValues } from "./asked";
import type { Kind } from "./catalogue";

export type { Side };

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
  /** Of a file that can be shown: as what. */
  readonly preview?: "image" | "audio" | "video" | "pdf" | "text";
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
  /**
   * `refused`: an input cannot be sent, and nothing was. `unknown`: the page says so of one that was
   * under way when the server went away.
   */
  readonly status: "running" | "succeeded" | "failed" | "refused" | "cancelled" | "unknown";
  /** Once it has ended. */
  readonly ms?: number;
  /** How many items a longer read has so far. */
  readonly items?: number;
  /** What it waits for: `answered 503. Waiting 2 seconds before try 2.` */
  readonly waiting?: string;
  /** How many requests it has sent. */
  readonly requests: number;
  readonly exchanges: readonly Exchange[];
  readonly log: readonly LogEntry[];
  readonly answer?: Answer;
  readonly failure?: Failure;
  /** The flow that it belongs to. */
  readonly flow?: string;
  /** Counts what was told of it: of two that are told of one run, the higher is the newer. */
  readonly told: number;
}

/** A run without what may be long: its inputs and its lists. */
export type RunSummary = Omit<Run, "inputs" | "hidden" | "exchanges" | "log">;
