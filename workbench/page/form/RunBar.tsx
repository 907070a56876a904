import { Button, Group, Kbd, Paper, Progress, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { type ReactNode, useRef } from "react";
import type { RunSummary } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { CancelRun } from "../run/CancelRun";
import { duration, soFar } from "../run/runWords";
import { Elapsed } from "./Elapsed";

interface RunBarProps {
  readonly label: string;
  readonly isSending: boolean;
  /** The last run of the step. */
  readonly run: RunSummary | undefined;
  /** What is to be said where no run tells it. */
  readonly words: ReactNode;
  readonly onReset: () => void;
}

/** What runs a step, and how far it is. It stays in sight below a long form. */
export function RunBar({ label, isSending, run, words, onReset }: RunBarProps) {
  const isApple = /ios|mac/.test(useOs());
  const isRunning = run?.status === "running";
  const told = run ? wordsOf(run) : words;
  const send = useRef<HTMLButtonElement>(null);
  return (
    <Paper pos="sticky" bottom={0} mx="-md" px="md" py="sm" radius={0} style={ABOVE}>
      <Stack gap="xs">
        <Group gap="sm">
          <BusyButton ref={send} type="submit" isBusy={isSending || isRunning}>
            {label}
          </BusyButton>
          {isRunning && <CancelRun run={run} heir={() => send.current} label="Cancel" />}
          <Button variant="subtle" color="gray" onClick={onReset}>
            Reset
          </Button>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            <Kbd size="xs">{isApple ? "⌘" : "Ctrl"}</Kbd> <Kbd size="xs">Enter</Kbd>
          </Text>
        </Group>
        {isRunning && <Progressing run={run} />}
        <Text size="sm" role="status" style={{ overflowWrap: "anywhere" }}>
          {/* Who sees the page sees the progress of a run. */}
          {isRunning ? <VisuallyHidden>{told}</VisuallyHidden> : told}
        </Text>
      </Stack>
    </Paper>
  );
}

/** Fields pass below it. */
const ABOVE = { zIndex: 2, borderTop: "1px solid var(--mantine-color-default-border)" } as const;

function Progressing({ run }: { readonly run: RunSummary }) {
  return (
    <Stack gap={4}>
      <Progress.Root>
        <Progress.Section value={100} animated striped aria-label={`${run.label} is running`} />
      </Progress.Root>
      <Text size="sm" c="dimmed">
        <Elapsed since={run.startedAt} />
        {run.items !== undefined && ` · ${soFar(run.items)}`}
        {run.waiting !== undefined && ` · ${run.waiting}`}
      </Text>
    </Stack>
  );
}

/** How a run ended: its status is announced, and what it failed of is told with its result. */
function wordsOf({ number, status, ms = 0, answer }: RunSummary): string {
  const took = `Run ${number} took ${duration(ms)}`;
  switch (status) {
    case "running":
      return `Run ${number} is under way.`;
    case "succeeded":
      return answer ? `${took}: ${answer.words}` : took;
    case "failed":
      return `Run ${number} failed.`;
    case "refused":
      return `Run ${number} was refused: nothing was sent.`;
    case "cancelled":
      return `Run ${number} was cancelled.`;
    case "unknown":
      return `The outcome of run ${number} is unknown.`;
  }
}
