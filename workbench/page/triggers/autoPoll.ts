import { create } from "zustand";
import { took } from "../state/runs";
import { server } from "../state/server";

/** A flow that polls by itself. */
interface AutoPoll {
  readonly seconds: number;
  /** When it polls next, in milliseconds. */
  readonly nextAt: number;
}

interface AutoPolls {
  /** Those that do, by the flow's id: also while another step is open. */
  readonly polls: ReadonlyMap<string, AutoPoll>;
  /** Why those that did have come to an end. */
  readonly ends: ReadonlyMap<string, string>;
}

const useAutoPolls = create<AutoPolls>(() => ({ polls: new Map(), ends: new Map() }));

const timers = new Map<string, number>();

/** Whether and how often a flow polls by itself. */
export const useAutoPoll = (flow: string): AutoPoll | undefined =>
  useAutoPolls(({ polls }) => polls.get(flow));

/** Why a flow no longer polls by itself, where nobody has asked for that. */
export const useEndOfPolls = (flow: string): string | undefined =>
  useAutoPolls(({ ends }) => ends.get(flow));

/**
 * Lets a flow poll every so many seconds; undefined lets it poll by hand alone.
 *
 * @param end why it comes to an end by itself
 */
export function pollEvery(flow: string, seconds: number | undefined, end?: string): void {
  window.clearTimeout(timers.get(flow));
  const { polls: polling, ends: ended } = useAutoPolls.getState();
  const [polls, ends] = [new Map(polling), new Map(ended)];
  polls.delete(flow);
  ends.delete(flow);
  if (end !== undefined) {
    ends.set(flow, end);
  }
  if (seconds !== undefined) {
    polls.set(flow, { seconds, nextAt: Date.now() + seconds * 1000 });
    timers.set(
      flow,
      window.setTimeout(() => void pollAndGoOn(flow, seconds), seconds * 1000),
    );
  }
  useAutoPolls.setState({ polls, ends });
}

async function pollAndGoOn(flow: string, seconds: number): Promise<void> {
  pollEvery(flow, seconds);
  try {
    took(await server.runFlow(flow));
  } catch (error) {
    // The last poll may still be running, of another tab perhaps: the next one comes.
    if (useAutoPolls.getState().polls.has(flow) && !(await isPolling(flow))) {
      pollEvery(flow, undefined, error instanceof Error ? error.message : `${error}`);
    }
  }
}

async function isPolling(flow: string): Promise<boolean> {
  const runs = await server.runs().catch(() => []);
  return runs.some((run) => run.flow === flow && run.status === "running");
}
