import { useDidUpdate } from "@mantine/hooks";
import { create } from "zustand";
import { useShownRun } from "./state/runs";

/** What a narrow screen shows: it has room for one of the two. */
export type Pane = "form" | "result";

const useShownPane = create<{ readonly pane: Pane }>(() => ({ pane: "form" }));

/** Has a narrow screen show a pane. */
export const showPane = (pane: Pane): void => useShownPane.setState({ pane });

/**
 * The pane that a narrow screen shows: the form of a step that is opened, also where no run is shown
 * any more, and the result of a run that has ended. While it runs, its progress and Cancel stand with
 * the form, and so does all that a flow is worked with: its runs are opened there one by one.
 *
 * @param path where the open step stands
 */
export function usePane(path: string | undefined) {
  const pane = useShownPane((shown) => shown.pane);
  const run = useShownRun();
  const isOfForm = run?.status === "running" || run?.status === "refused" || run?.flow;
  const ended = isOfForm ? undefined : run?.id;
  const isNoneShown = run === undefined;
  useDidUpdate(() => showPane("form"), [path]);
  useDidUpdate(() => {
    if (isNoneShown) {
      showPane("form");
    }
  }, [isNoneShown]);
  useDidUpdate(() => {
    if (ended !== undefined) {
      showPane("result");
    }
  }, [ended]);
  return [pane, showPane] as const;
}
