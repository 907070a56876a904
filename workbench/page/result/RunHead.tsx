import { Alert, Group, List, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import type { RefObject } from "react";
import { useHashLocation } from "wouter/use-hash-location";
import { counted } from "../../../cli/counted";
import type { RunSummary } from "../../messages";
import { CancelRun } from "../run/CancelRun";
import { RunStatus, STATUSES } from "../run/RunStatus";
import { duration, soFar, timeOf } from "../run/runWords";
import { pathOf } from "../state/selection";

/** What ran, when, and how it ended. */
export function RunHead({
  run,
  heading,
}: {
  readonly run: RunSummary;
  /** Takes the focus where what had it goes away. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { label, status, ms, account, requests, answer } = run;
  const [path] = useHashLocation();
  const isFormOpen = path === pathOf(run);
  return (
    <Stack gap={6}>
      <Group gap="sm" align="center">
        <Title ref={heading} tabIndex={-1} order={2} size="h4">
          {label}
        </Title>
        <RunStatus status={status} />
        {status === "running" && (
          // It may be another step's run than that of the form.
          <CancelRun run={run} heir={() => heading.current} label="Cancel run" size="compact-xs" />
        )}
      </Group>
      <Text fz="sm" c="dimmed">
        {[
          timeOf(run.startedAt),
          ...(ms === undefined ? [] : [duration(ms)]),
          counted(requests, "request"),
          account,
        ].join(" · ")}
      </Text>
      {status === "running" && <Progress run={run} />}
      {answer && <Text fz="sm">{answer.words}</Text>}
      <FailureText run={run} />
      <VisuallyHidden role="status">
        {status !== "running" && (isFormOpen ? restOfEnd(run) : endOf(run))}
      </VisuallyHidden>
    </Stack>
  );
}

function Progress({ run: { items, waiting } }: { readonly run: RunSummary }) {
  return (
    <Text fz="sm">
      {soFar(items)}
      {waiting && (
        <Text component="span" inherit display="block" c="dimmed">
          {waiting}
        </Text>
      )}
    </Text>
  );
}

function FailureText({ run: { status, failure } }: { readonly run: RunSummary }) {
  if (!failure) {
    return null;
  }
  const { sign, color } = STATUSES[status];
  const refusals = failure.refusals ?? [];
  return (
    // It is told once: by the status.
    <Alert
      role="note"
      variant="light"
      color={color}
      icon={sign}
      title={status === "refused" && "Nothing was sent"}
      p="sm"
    >
      {refusals.length > 0 ? (
        <List size="sm">
          {refusals.map(({ message }) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
      ) : (
        <Text fz="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {failure.message}
        </Text>
      )}
    </Alert>
  );
}

/** How a run ended, for those who hear it. */
function endOf({ label, status, answer, failure }: RunSummary): string {
  return [`${label}: ${STATUSES[status].word}`, answer?.words, failure?.message]
    .filter(Boolean)
    .join(". ");
}

/** The same beside its form, which tells that it failed, and what was refused; a trigger's tells all. */
function restOfEnd(run: RunSummary): string {
  return run.status === "refused" || run.flow !== undefined
    ? ""
    : (run.failure?.message ?? endOf(run));
}
