import { Anchor, Box, Button, Checkbox, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { Flow, RunSummary } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { RunStatus } from "../run/RunStatus";
import { duration, timeOf } from "../run/runWords";
import { useFlows } from "../state/queries";
import { show } from "../state/runs";
import { useAgain, useEdit } from "./again";
import { type Answered, isAnswered } from "./answer";
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
            <Row
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
              again={canRunAgain(run, flows) ? () => again.mutate({ run }) : undefined}
              edit={() => edit.mutate(run)}
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

function Row({
  run,
  isShown,
  isChosen,
  choose,
  open,
  again,
  edit,
  isBusy,
}: {
  readonly run: RunSummary;
  readonly isShown: boolean;
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean) => void;
  readonly open: () => void;
  /** Undefined for what only its trigger starts. */
  readonly again: (() => void) | undefined;
  readonly edit: () => void;
  /** Whether it is being sent again. */
  readonly isBusy: boolean;
}) {
  const name = `${run.label}, run ${run.number}`;
  return (
    <Table.Tr aria-current={isShown || undefined}>
      <Table.Td w={32}>
        <Checkbox
          size="xs"
          aria-label={`Compare ${name}`}
          disabled={!isComparable(run)}
          checked={isChosen}
          onChange={({ currentTarget }) => choose(currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td>
        <Group justify="space-between" gap={6}>
          <Box flex="1 1 180px" miw={0}>
            <Group gap={6}>
              <Anchor
                component="button"
                type="button"
                fz="sm"
                fw={isShown ? 700 : 400}
                ta="start"
                onClick={open}
              >
                {run.number}. {run.label}
              </Anchor>
              <RunStatus status={run.status} />
            </Group>
            <Text fz="xs" c="dimmed">
              {[
                timeOf(run.startedAt),
                ...(run.ms === undefined ? [] : [duration(run.ms)]),
                ...(run.answer ? [run.answer.words] : []),
              ].join(" · ")}
            </Text>
            {run.given && (
              <Text fz="xs" c="dimmed" lineClamp={2} style={{ overflowWrap: "anywhere" }}>
                {run.given}
              </Text>
            )}
            {run.failure && (
              <Text fz="xs" c="var(--mantine-color-error)" style={{ overflowWrap: "anywhere" }}>
                {firstSentenceOf(run.failure.message)}
              </Text>
            )}
          </Box>
          <Group gap={4}>
            {again && (
              <BusyButton
                size="compact-xs"
                variant="default"
                aria-label={`Run again: ${name}`}
                isBusy={isBusy}
                onClick={again}
              >
                Run again
              </BusyButton>
            )}
            {run.flow === undefined && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Edit: ${name}`}
                onClick={edit}
              >
                Edit
              </Button>
            )}
          </Group>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** A webhook is called by Gorgias alone, and a flow that was stopped does nothing more. */
function canRunAgain({ flow: id }: RunSummary, flows: readonly Flow[]): boolean {
  const flow = flows.find((one) => one.id === id);
  return id === undefined || (flow?.way === "poll" && flow.status === "running");
}

/** The rest of it stands with the run. */
function firstSentenceOf(message: string): string {
  return message.split(/(?<=[.!?])\s/, 1).join("");
}

/** Only JSON is compared: what differs in two files is for other tools. */
function isComparable(run: RunSummary): run is Answered {
  return isAnswered(run) && run.answer.kind === "json";
}
