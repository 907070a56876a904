import { Anchor, Box, Button, Checkbox, Group, Table, Text } from "@mantine/core";
import type { RunSummary } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { RunStatus } from "../run/RunStatus";
import { duration, timeOf } from "../run/runWords";
import { isComparable } from "./answer";

/** A run of the history. */
export function HistoryRow({
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

/** The rest of it stands with the run. */
function firstSentenceOf(message: string): string {
  return message.split(/(?<=[.!?])\s/, 1).join("");
}
