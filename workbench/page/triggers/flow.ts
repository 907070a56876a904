import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Asked, Flow, RunSummary } from "../../messages";
import { useFlows } from "../state/queries";
import { readRuns, show, showBegun, useRuns } from "../state/runs";
import { server } from "../state/server";
import { pollEvery } from "./autoPoll";

/** The last flow that a trigger has started, running or stopped. */
export function useFlowOf(trigger: string): Flow | undefined {
  const { data: flows = [] } = useFlows();
  return flows.findLast(({ key }) => key === trigger);
}

/** The runs of a flow, the newest first. */
export function useRunsOf(flow: Flow | undefined): readonly RunSummary[] {
  const runs = useRuns((state) => state.runs);
  return useMemo(() => (flow === undefined ? [] : runsIn(runs, flow.id)), [runs, flow]);
}

function runsIn(runs: ReadonlyMap<string, RunSummary>, flow: string): readonly RunSummary[] {
  return [...runs.values()].filter((run) => run.flow === flow).sort((a, b) => b.number - a.number);
}

/** Starts a trigger as it is filled in, and shows the first run. */
export async function startFlow(asked: Asked): Promise<void> {
  const { last } = await server.startFlow(asked);
  // The event of its first run may still be on its way.
  await readRuns();
  show(last);
}

/** Polls now, and shows the run. */
export function usePoll() {
  return useMutation({
    mutationFn: async ({ id }: Flow) => {
      showBegun(await server.runFlow(id));
    },
  });
}

/** Stops a flow. */
export function useStop() {
  return useMutation({
    mutationFn: async ({ id }: Flow) => {
      pollEvery(id, undefined);
      await server.stopFlow(id);
    },
  });
}
