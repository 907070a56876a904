import { ProtocolError } from "@modelcontextprotocol/server";
import { isSpectralError } from "@prismatic-io/spectral";
import { OutOfTimeError } from "../../client/errors";
import { InputError } from "../../fields/inputError";
import type { Call, Given } from "../tools/tool";

/** What became of a call that was not carried out, because a person has to agree, or did not. */
export type Unagreed = "asked" | "declined";

/** What became of a call. */
export type Outcome = "ok" | Unagreed | "refused" | "busy" | "cancelled" | "failed";

/** Who calls, and who keeps an account of that. */
export interface Audit {
  /** The name of the token that the calls come with. */
  readonly token: string;
  readonly log: (entry: Entry) => void;
}

/** What is written down of a call: who did what to which records, and nothing of their content. */
export interface Entry {
  /** When it began, in ISO 8601. */
  readonly time: string;
  /** The name of the token. */
  readonly token: string;
  readonly pcid: string | undefined;
  readonly tool: string;
  /** The arguments of the tool that are IDs: at most 20 of them, with 100 IDs in all. */
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
  readonly #log: Audit["log"];
  readonly #about: Pick<Entry, "token" | "tool">;
  #ids: Given = {};
  #failure: { readonly error: unknown } | undefined;
  #unagreed: Unagreed | undefined;
  #isCancelled = false;
  #pcid: string | undefined;

  /**
   * @param audit hears of the call when it has ended
   * @param tool what the call names, whether or not there is such a tool
   */
  constructor({ log, token }: Audit, tool: string) {
    this.#log = log;
    this.#about = { token, tool: tool.slice(0, LONGEST_NAME) };
  }

  /** Notes the IDs of a call, once it is known what it runs: names that its tool lacks are content. */
  runs({ tool, given }: Call): void {
    this.#ids = idsIn(
      given,
      tool.parameters.map(({ name }) => name),
    );
  }

  /** Notes the connection, once it is known. */
  uses(pcid: string | undefined): void {
    this.#pcid = pcid;
  }

  /** Notes that the call was not carried out for want of a person's yes. */
  isUnagreed(how: Unagreed): void {
    this.#unagreed = how;
  }

  /** Notes why the call failed, in the words of whoever knew it first. */
  failed(error: unknown): void {
    this.#failure ??= { error };
  }

  /** Notes that nobody waits for the answer any more. */
  cancelled(): void {
    this.#isCancelled = true;
  }

  /** Hands the entry over. */
  end(): void {
    const failure = this.#failure;
    this.#log({
      time: this.#time.toISOString(),
      token: this.#about.token,
      pcid: this.#pcid,
      tool: this.#about.tool,
      ids: this.#ids,
      outcome: failure ? outcomeOf(failure.error, this.#isCancelled) : (this.#unagreed ?? "ok"),
      status: statusOf(failure?.error),
      ms: Math.round(performance.now() - this.#began),
    });
  }
}

const LONGEST_NAME = 100;
/** The most arguments, and the most IDs in all of them, that are written down. */
const MOST_ARGUMENTS = 20;
const MOST_IDS = 100;

/** How arguments are called that hold IDs. */
const ID_NAME = /^(?:\w{1,40}_)?ids?$/;

/** An ID is a whole number, or as long as one of Gorgias' own that are not. */
const ID = /^(?:\d{1,20}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

function idsIn(given: Given, names: readonly string[]): Given {
  let left = MOST_IDS;
  const ids = names
    .filter((name) => ID_NAME.test(name) && Object.hasOwn(given, name))
    .map((name) => [name, given[name]] as const)
    .filter(([, value]) => (Array.isArray(value) ? value.every(isId) : isId(value)))
    .slice(0, MOST_ARGUMENTS)
    .map(([name, value]) => {
      const room = left;
      left -= Math.min(room, Array.isArray(value) ? value.length : 1);
      return [name, Array.isArray(value) ? value.slice(0, room) : value];
    });
  return Object.fromEntries(ids);
}

function isId(value: unknown): boolean {
  return Number.isSafeInteger(value) || (typeof value === "string" && ID.test(value));
}

/** What Gorgias answers beyond its rate limit (docs/gorgias-api.md, "Rate limit"). */
const RATE_LIMITED = 429;

function outcomeOf(error: unknown, isCancelled: boolean): Outcome {
  if (error instanceof ProtocolError || error instanceof InputError) {
    return "refused";
  }
  if (isCancelled) {
    return "cancelled";
  }
  const isBusy = error instanceof OutOfTimeError || statusOf(error) === RATE_LIMITED;
  return isBusy ? "busy" : "failed";
}

function statusOf(error: unknown): number | undefined {
  const status = isSpectralError(error) && "status" in error ? error.status : undefined;
  return typeof status === "number" ? status : undefined;
}
