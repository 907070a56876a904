import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { Flow, RunSummary } from "../../messages";
import { useFlows } from "../state/queries";
import { show } from "../state/runs";
import { useAgain, useEdit } from "./again";
import { isComparable } from "./answer";
import { HistoryRow } from "./HistoryRow";
import { Waiting } from "./Waiting";

/** In sight above a long list. */
const HEAD = { zIndex: 1, backgroundColor: "var(--mantine-color-body)" };

const Compare = lazy(() => import("./Compare"));

/** The runs of this session: to open, to run again, and to compare the answers of two. */
export function History({
  runs,
  shown,
  open,
}: {
  /** The newest first. */
  readonly runs: readonly RunSummary[];
  readonly shown: string | undefined;
  /** What else happens when a run is opened. */
  readonly open: () => void;
}) {
  const [again, edit] = [useAgain(), useEdit()];
  const problem = again.error ?? edit.error;
  const { data: flows = [] } = useFlows();
  const [chosen, choose] = useState<readonly string[]>([]);
  const [isComparing, setComparing] = useState(false);
  const [one, other] = runs
    .filter(({ id }) => chosen.includes(id))
    .toReversed()
    .filter(isComparable);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs" pos="sticky" top={0} py={4} style={HEAD}>
        <Text fz="sm" c="dimmed">
          Tick two runs to compare their answers.
        </Text>
        <Button
          size="compact-xs"
          variant="light"
          disabled={!one || !other}
          onClick={() => setComparing(true)}
        >
          Compare
        </Button>
      </Group>
      {problem && (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {problem.message}
        </Text>
      )}
      <Table fz="sm" verticalSpacing={5} horizontalSpacing={6} aria-label="Runs of this session">
        <Table.Tbody>
          {runs.map((run) => (
            <HistoryRow
              key={run.id}
              run={run}
              isShown={run.id === shown}
              isChosen={chosen.includes(run.id)}
              // The third that is ticked takes the place of the first.
              choose={(isChosen) =>
                choose((ids) =>
                  isChosen ? [...ids.slice(-1), run.id] : ids.filter((id) => id !== run.id),
                )
              }
              open={() => {
                show(run.id);
                open();
              }}
              again={
                canRunAgain(run, flows)
                  ? () => {
                      edit.reset();
                      again.mutate({ run });
                    }
                  : undefined
              }
              edit={() => {
                again.reset();
                edit.mutate(run);
              }}
              isBusy={again.isPending && again.variables.run.id === run.id}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={isComparing}
        onClose={() => setComparing(false)}
        size="min(1200px, 96vw)"
        title="Two answers compared"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        {one && other && (
          <Suspense fallback={<Waiting />}>
            <Compare one={one} other={other} />
          </Suspense>
        )}
      </Modal>
    </Stack>
  );
}

/** A webhook is called by Gorgias alone, and a flow that was stopped does nothing more. */
function canRunAgain({ flow: id }: RunSummary, flows: readonly Flow[]): boolean {
  const flow = flows.find((one) => one.id === id);
  return id === undefined || (flow?.way === "poll" && flow.status === "running");
}
