import { Alert, Paper, Stack, Text, Title } from "@mantine/core";
import type { Asked, Step } from "../../messages";
import { useSandbox } from "../state/queries";
import { FlowControls, type Start } from "./FlowControls";
import { FlowState } from "./FlowState";
import { useFlowOf, useRunsOf } from "./flow";
import { HandedOn } from "./HandedOn";
import { Happenings } from "./Happenings";

/** Under a trigger's form: its flow at work, what can be made to happen, and what is handed on. */
export function TriggerBench({
  step,
  asked,
  start,
}: {
  readonly step: Step;
  /** The trigger as its form is filled in now. */
  readonly asked: Asked;
  readonly start: Start;
}) {
  const flow = useFlowOf(step.key);
  const runs = useRunsOf(flow);
  const { data: sandbox } = useSandbox();
  const isWebhook = step.effect === "writes";
  const isOutOfReach = isWebhook && sandbox?.isUsed === false;
  return (
    <Paper component="section" aria-label="The trigger at work" withBorder p="md">
      <Stack gap="md">
        <Stack gap={4}>
          <Title order={3}>The trigger at work</Title>
          <Text fz="sm" c="dimmed">
            {isWebhook
              ? "Start sets the webhook up in the account. From then on, each event calls it and starts the flow."
              : "The first run remembers where the account stands, or delivers the history of a sync. Each poll then hands on what is new or has changed."}
          </Text>
        </Stack>
        {isOutOfReach ? (
          <Alert color="gray" title="Only on the made-up account">
            Gorgias cannot call this machine. On the platform, the trigger sets the webhook up in
            the real account by itself.
          </Alert>
        ) : (
          <FlowControls flow={flow} runs={runs} start={start} isWebhook={isWebhook} />
        )}
        {flow && <FlowState flow={flow} step={step} asked={asked} />}
        {sandbox && !isOutOfReach && (
          <Happenings sandbox={sandbox} flow={flow} isWebhook={isWebhook} />
        )}
        {flow && <HandedOn runs={runs} />}
      </Stack>
    </Paper>
  );
}
