import { create } from "zustand";
import type { Exchange, Failure, LogEntry, RateLimit, Run, RunSummary, Told } from "../../messages";
import { Refused, server } from "./server";

/** What was told of a run's requests and its log up to a moment. */
type Lists = Pick<Run, "told" | "exchanges" | "log">;

interface Runs {
  /** By id. */
  readonly runs: ReadonlyMap<string, RunSummary>;
  /** Why they could not be read, where it was tried last and failed. */
  readonly problem: string | undefined;
  /** The run that is shown. */
  readonly shown: string | undefined;
  /** Its lists, once they are known. */
  readonly lists: Lists | undefined;
  /** The last that was told of the account's rate limit, and when, in milliseconds. */
  readonly rateLimit: (RateLimit & { readonly at: number }) | undefined;
}

/** The runs of this session, kept up to date by the events. */
export const useRuns = create<Runs>(() => ({
  runs: new Map(),
  problem: undefined,
  shown: undefined,
  lists: undefined,
  rateLimit: undefined,
}));

/** The run that is shown. */
export const useShownRun = () =>
  useRuns(({ runs, shown }) => (shown === undefined ? undefined : runs.get(shown)));

/** The requests and the log of the run that is shown, once they are known. */
export const useShownLists = () => useRuns(({ lists }) => lists);

/** Shows a run on the right. Only of this one, the lists are kept. */
export function show(id: string | undefined): void {
  useRuns.setState({ shown: id, lists: undefined });
  void readLists();
}

/** Takes a run that has just begun, and shows it. */
export function showBegun(run: Run): void {
  took(run);
  show(run.id);
}

/**
 * Asks for all runs: what was told while nobody listened is made up for.
 *
 * @throws what the server throws
 */
export async function readRuns(): Promise<void> {
  const told = await server.runs().catch((error: Error) => {
    useRuns.setState({ problem: error.message });
    throw error;
  });
  useRuns.setState({ problem: undefined });
  const kept = new Set(told.map(({ id }) => id));
  const newest = Math.max(0, ...told.map(({ number }) => number));
  for (const { id, number } of useRuns.getState().runs.values()) {
    // One that began since is told by events.
    if (number <= newest && !kept.has(id)) {
      forgot(id);
    }
  }
  told.forEach(took);
  const underWay = told.find(({ status }) => status === "running");
  if (useRuns.getState().shown === undefined && underWay) {
    // The page was loaded again meanwhile.
    show(underWay.id);
  } else {
    await readLists();
  }
}

/** Takes a run as the server tells it, unless more is known of it already. */
export function took(run: RunSummary): void {
  useRuns.setState(({ runs }) => {
    const known = runs.get(run.id);
    return known?.status === "unknown" || isNews(run.told, known)
      ? { runs: new Map(runs).set(run.id, run) }
      : {};
  });
}

/** The server is gone: nobody knows what becomes of the runs under way, until it is heard again. */
export function lostSight(): void {
  for (const { waiting: _, ...run } of useRuns.getState().runs.values()) {
    if (run.status === "running") {
      useRuns.setState(({ runs }) => ({
        runs: new Map(runs).set(run.id, { ...run, status: "unknown", failure: LOST }),
      }));
    }
  }
}

const LOST: Failure = {
  message: "Its outcome is unknown: the workbench has stopped.",
};

/** Adds a request to a run. */
export function tookExchange({ run, told, exchange }: ToldOf<"exchange">): void {
  if (exchange.rateLimit) {
    useRuns.setState({ rateLimit: { ...exchange.rateLimit, at: Date.parse(exchange.at) } });
  }
  const known = useRuns.getState().runs.get(run);
  if (known) {
    took({ ...known, told, requests: known.requests + 1 });
  }
  add(run, told, { exchange });
}

/** Adds an entry to a run's log. */
export function tookEntry({ run, told, entry }: ToldOf<"log">): void {
  add(run, told, { entry });
}

/** Lets go of a run that the server no longer has. */
export function forgot(id: string): void {
  useRuns.setState(({ runs }) => {
    const left = new Map(runs);
    left.delete(id);
    return { runs: left };
  });
}

/** Lets go of the level of an account that is no longer in use. */
export function forgotRateLimit(): void {
  useRuns.setState({ rateLimit: undefined });
}

type ToldOf<T extends Told["type"]> = Extract<Told, { readonly type: T }>;

const isNews = (told: number, known: { readonly told: number } | undefined): boolean =>
  known === undefined || told > known.told;

/** What the lists of the run that is shown grow by. */
interface Growth {
  readonly exchange?: Exchange;
  readonly entry?: LogEntry;
}

/** What is told of the run that is shown while its lists are being asked for. */
let late: (Growth & { readonly told: number })[] | undefined;

function add(run: string, told: number, growth: Growth): void {
  const { shown, lists } = useRuns.getState();
  if (run !== shown) {
    return;
  }
  late?.push({ told, ...growth });
  if (lists) {
    useRuns.setState({ lists: grown(lists, told, growth) });
  }
}

function grown(lists: Lists, told: number, { exchange, entry }: Growth): Lists {
  if (!isNews(told, lists)) {
    return lists;
  }
  return {
    told,
    exchanges: exchange ? [...lists.exchanges, exchange] : lists.exchanges,
    log: entry ? [...lists.log, entry] : lists.log,
  };
}

/** Asks for the lists of the run that is shown, and goes on from there. */
async function readLists(): Promise<void> {
  const { shown } = useRuns.getState();
  if (shown === undefined) {
    late = undefined;
    return;
  }
  const meanwhile: typeof late = [];
  late = meanwhile;
  try {
    const { exchanges, log, ...run } = await server.oneRun(shown);
    took(run);
    if (late === meanwhile) {
      const lists: Lists = { told: run.told, exchanges, log };
      useRuns.setState({
        lists: meanwhile.reduce((known, { told, ...growth }) => grown(known, told, growth), lists),
      });
    }
  } catch (error) {
    if (error instanceof Refused) {
      forgot(shown);
    }
  } finally {
    if (late === meanwhile) {
      late = undefined;
    }
  }
}
