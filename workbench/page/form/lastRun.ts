import type { RunSummary, Step } from "../../messages";
import { useRuns } from "../state/runs";

/** The last run of a step, of a form and not of a flow. */
export function useLastRun({ kind, key }: Step): RunSummary | undefined {
  return useRuns(({ runs }) =>
    [...runs.values()]
      .filter((run) => run.kind === kind && run.key === key && run.flow === undefined)
      .reduce<RunSummary | undefined>(
        (last, run) => (last && last.number > run.number ? last : run),
        undefined,
      ),
  );
}
