import { create } from "zustand";
import { took, useRuns } from "../state/runs";
import { Refused, server } from "../state/server";

/** A flow that polls by itself. */
interface AutoPoll {
  readonly seconds: number;
  /** When it polls next, in milliseconds. */
  readonly nextAt: number;
}

/** Those that do, by the flow's id: also while another step is open. */
const useAutoPolls = create<{ readonly polls: ReadonlyMap<string, AutoPoll> }>(() => ({
  polls: new Map(),
}));

const timers = new Map<string, number>();

/** Whether and how often a flow polls by itself. */
export const useAutoPoll = (flow: string): AutoPoll | undefined =>
  useAutoPolls(({ polls }) => polls.get(flow));

/** Lets a flow poll every so many seconds; undefined lets it poll by hand alone. */
export function pollEvery(flow: string, seconds: number | undefined): void {
  window.clearTimeout(timers.get(flow));
  const polls = new Map(useAutoPolls.getState().polls);
  polls.delete(flow);
  if (seconds !== undefined) {
    polls.set(flow, { seconds, nextAt: Date.now() + seconds * 1000 });
    timers.set(
      flow,
      window.setTimeout(() => void pollAndGoOn(flow, seconds), seconds * 1000),
    );
  }
  useAutoPolls.setState({ polls });
}

async function pollAndGoOn(flow: string, seconds: number): Promise<void> {
  pollEvery(flow, seconds);
  const isPolling = [...useRuns.getState().runs.values()].some(
    (run) => run.flow === flow && run.status === "running",
  );
  if (isPolling) {
    return;
  }
  try {
    took(await server.runFlow(flow));
  } catch (error) {
    if (error instanceof Refused) {
      pollEvery(flow, undefined);
    }
  }
}
