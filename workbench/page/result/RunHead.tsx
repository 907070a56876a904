import { Alert, Group, List, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { counted } from "../../../cli/counted";
import type { Run } from "../../messages";
import { RunStatus, STATUSES } from "./RunStatus";
import { duration, timeOf } from "./runWords";

/** What ran, when, and how it ended. */
export function RunHead({ run }: { readonly run: Run }) {
  const { label, status, ms, account, exchanges, answer } = run;
  return (
    <Stack gap={6}>
      <Group gap="sm" align="center">
        <Title order={2} size="h4">
          {label}
        </Title>
        <RunStatus status={status} />
      </Group>
      <Text fz="sm" c="dimmed">
        {[
          timeOf(run.startedAt),
          ...(ms === undefined ? [] : [duration(ms)]),
          counted(exchanges.length, "request"),
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

function Progress({ run: { items, waiting } }: { readonly run: Run }) {
  return (
    <Text fz="sm">
      {items === undefined ? "Waiting for the answer…" : `${counted(items, "item")} so far…`}
      {waiting && (
        <Text component="span" inherit display="block" c="dimmed">
          {waiting}
        </Text>
      )}
    </Text>
  );
}

function FailureText({ run: { status, failure } }: { readonly run: Run }) {
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
function endOf({ label, status, answer, failure }: Run): string {
  return [`${label}: ${STATUSES[status].word}`, answer?.words, failure?.message]
    .filter(Boolean)
    .join(". ");
}
