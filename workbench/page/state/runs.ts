import { create } from "zustand";
import type { Exchange, LogEntry, RateLimit, Run } from "../../messages";

interface Runs {
  /** By id. */
  readonly runs: ReadonlyMap<string, Run>;
  /** The run that is shown. */
  readonly shown: string | undefined;
  /** The last that was told of the rate limit, and when, in milliseconds. */
  readonly rateLimit: (RateLimit & { readonly at: number }) | undefined;
}

/** The runs of this session, kept up to date by the events. */
export const useRuns = create<Runs>(() => ({
  runs: new Map(),
  shown: undefined,
  rateLimit: undefined,
}));

/** Shows a run on the right. */
export function show(id: string | undefined): void {
  useRuns.setState({ shown: id });
}

/** The run that is shown. */
export const useShownRun = () =>
  useRuns(({ runs, shown }) => (shown === undefined ? undefined : runs.get(shown)));

/** Takes a run as the server tells it; its lists stay as they are where it tells none. */
export function took(run: Omit<Run, "exchanges" | "log"> & Partial<Run>): void {
  change(run.id, (known) =>
    isOlder(run, known)
      ? known
      : { exchanges: known?.exchanges ?? [], log: known?.log ?? [], ...run },
  );
}

/** Whether more is known of a run already: an answer to a request may come after the events of it. */
function isOlder(run: Partial<Run>, known: Run | undefined): boolean {
  return (
    known !== undefined &&
    ((known.status !== "running" && run.status === "running") ||
      (run.exchanges !== undefined && run.exchanges.length < known.exchanges.length))
  );
}

/** Adds a request to a run. */
export function tookExchange(id: string, exchange: Exchange): void {
  change(id, (run) => run && { ...run, exchanges: [...run.exchanges, exchange] });
  if (exchange.rateLimit) {
    useRuns.setState({ rateLimit: { ...exchange.rateLimit, at: Date.parse(exchange.at) } });
  }
}

/** Adds an entry to a run's log. */
export function tookEntry(id: string, entry: LogEntry): void {
  change(id, (run) => run && { ...run, log: [...run.log, entry] });
}

function change(id: string, to: (run: Run | undefined) => Run | undefined): void {
  useRuns.setState(({ runs }) => {
    const run = to(runs.get(id));
    return run ? { runs: new Map(runs).set(id, run) } : {};
  });
}
