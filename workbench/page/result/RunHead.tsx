import { Alert, Group, List, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { useRef } from "react";
import { counted } from "../../../cli/counted";
import type { RunSummary } from "../../messages";
import { CancelRun } from "../parts/CancelRun";
import { RunStatus, STATUSES } from "../parts/RunStatus";
import { duration, soFar, timeOf } from "../parts/runWords";

/** What ran, when, and how it ended. */
export function RunHead({ run }: { readonly run: RunSummary }) {
  const { label, status, ms, account, requests, answer } = run;
  const head = useRef<HTMLHeadingElement>(null);
  return (
    <Stack gap={6}>
      <Group gap="sm" align="center">
        <Title ref={head} tabIndex={-1} order={2} size="h4">
          {label}
        </Title>
        <RunStatus status={status} />
        {status === "running" && (
          // It may be another step's run than that of the form.
          <CancelRun run={run} heir={() => head.current} label="Cancel run" size="compact-xs" />
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
      <VisuallyHidden role="status">{status === "running" ? "" : endOf(run)}</VisuallyHidden>
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
  const { word, sign, color } = STATUSES[status];
  const refusals = failure.refusals ?? [];
  return (
    <Alert
      variant="default"
      color={color}
      icon={sign}
      title={status === "refused" ? `${word}: nothing was sent` : word}
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
