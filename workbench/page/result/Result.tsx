import { Text } from "@mantine/core";
import { useShownRun } from "../state/runs";

/** The right: what the run that is shown did and answered. */
export function Result() {
  const run = useShownRun();
  return <Text>{run ? `${run.label}: ${run.status}` : "Nothing has run yet."}</Text>;
}
