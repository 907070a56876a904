import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Asked, Flow, Run } from "../../messages";
import { confirmed } from "../account/confirm";
import { useFlows } from "../state/queries";
import { show, took, useRuns } from "../state/runs";
import { server } from "../state/server";
import { pollEvery } from "./autoPoll";

/** The last flow that a trigger has started, running or stopped. */
export function useFlowOf(trigger: string): Flow | undefined {
  const { data: flows = [] } = useFlows();
  return flows.findLast(({ key }) => key === trigger);
}

/** The runs of a flow, the newest first. */
export function useRunsOf(flow: Flow | undefined): readonly Run[] {
  const runs = useRuns((state) => state.runs);
  return useMemo(
    () =>
      [...runs.values()]
        .filter((run) => flow !== undefined && run.flow === flow.id)
        .sort((a, b) => b.number - a.number),
    [runs, flow],
  );
}

/** Starts a trigger as it is filled in, and shows the first run. */
export function useStart() {
  return useMutation({
    mutationFn: async (asked: Asked) => {
      const flow = await confirmed(server.startFlow, asked);
      show(flow?.last);
    },
  });
}

/** Polls now, and shows the run. */
export function usePoll() {
  return useMutation({
    mutationFn: async ({ id }: Flow) => {
      const run = await server.runFlow(id);
      took(run);
      show(run.id);
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
