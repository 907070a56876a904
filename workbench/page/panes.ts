import { useDidUpdate } from "@mantine/hooks";
import { useState } from "react";
import { useShownRun } from "./state/runs";

/** What a narrow screen shows: it has room for one of the two. */
export type Pane = "form" | "result";

/**
 * The pane that a narrow screen shows: the form of a step that is opened, also where no run is shown
 * any more, and the result of a run that has ended. While it runs, its progress and Cancel stand with the form.
 *
 * @param path where the open step stands
 */
export function usePane(path: string | undefined) {
  const [pane, setPane] = useState<Pane>("form");
  const run = useShownRun();
  const ended = run?.status === "running" || run?.status === "refused" ? undefined : run?.id;
  useDidUpdate(() => setPane("form"), [path, run === undefined]);
  useDidUpdate(() => {
    if (ended !== undefined) {
      setPane("result");
    }
  }, [ended]);
  return [pane, setPane] as const;
}
