import { isSpectralError } from "@prismatic-io/spectral";
import { OutOfTimeError } from "../client/errors";
import { isObject } from "../client/json";
import { InputError } from "../fields/inputError";
import { RpcError } from "./rpcError";
import type { Given } from "./tool";

/** What became of a call. */
export type Outcome = "ok" | "refused" | "busy" | "cancelled" | "failed";

/** What is written down of a call: who did what to which records, and nothing of their content. */
export interface Entry {
  /** When it began, in ISO 8601. */
  readonly time: string;
  /** The name of the token. */
  readonly token: string;
  readonly pcid: string | undefined;
  readonly tool: string;
  /** The arguments that are IDs. */
  readonly ids: Given;
  readonly outcome: Outcome;
  /** What Gorgias answered, where it refused. */
  readonly status: number | undefined;
  readonly ms: number;
}

/** Notes one call. */
export class Trail {
  readonly #time = new Date();
  readonly #began = performance.now();
  readonly #log: (entry: Entry) => void;
  readonly #about: Pick<Entry, "token" | "tool" | "ids">;
  #error: unknown;
  #failed = false;
  #pcid: string | undefined;

  /**
   * @param log hears of the call when it has ended
   * @param token the name of whoever called
   */
  constructor(log: (entry: Entry) => void, token: string, tool: string, given: Given) {
    this.#log = log;
    this.#about = { token, tool: tool.slice(0, LONGEST_NAME), ids: idsIn(given) };
  }

  /** Notes the connection, once it is known. */
  uses(pcid: string | undefined): void {
    this.#pcid = pcid;
  }

  /** Notes why the call failed. */
  failed(error: unknown): void {
    this.#failed = true;
    this.#error = error;
  }

  /** @param isCancelled whether nobody waits for the answer any more */
  end(isCancelled: boolean): void {
    this.#log({
      time: this.#time.toISOString(),
      token: this.#about.token,
      pcid: this.#pcid,
      tool: this.#about.tool,
      ids: this.#about.ids,
      outcome: this.#failed ? outcomeOf(this.#error, isCancelled) : "ok",
      status: statusOf(this.#error),
      ms: Math.round(performance.now() - this.#began),
    });
  }
}

const LONGEST_NAME = 100;
const MOST_IDS = 100;

/** How arguments are called that hold IDs. */
const ID_NAME = /^(?:\w{1,40}_)?ids?$/;

/** An ID is a whole number, or as long as one of Gorgias' own that are not. */
const ID = /^(?:\d{1,20}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function idsIn(given: Given): Given {
  const { arguments: nested } = given;
  const own = Object.entries(given)
    .filter(([name]) => ID_NAME.test(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, MOST_IDS) : value])
    .filter(([, value]) => (Array.isArray(value) ? value.every(isId) : isId(value)));
  return {
    ...(isObject(nested) && idsIn({ ...nested, arguments: undefined })),
    ...Object.fromEntries(own),
  };
}

function isId(value: unknown): boolean {
  return Number.isSafeInteger(value) || (typeof value === "string" && ID.test(value));
}

function outcomeOf(error: unknown, isCancelled: boolean): Outcome {
  if (error instanceof RpcError || error instanceof InputError) {
    return "refused";
  }
  if (isCancelled) {
    return "cancelled";
  }
  return error instanceof OutOfTimeError ? "busy" : "failed";
}

function statusOf(error: unknown): number | undefined {
  const status = isSpectralError(error) && "status" in error ? error.status : undefined;
  return typeof status === "number" ? status : undefined;
}
