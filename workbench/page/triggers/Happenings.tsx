import { Alert, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import type { Flow, Happening, SandboxState } from "../../messages";
import { BusyButton } from "../controls/BusyButton";
import { server } from "../state/server";

/** What can be made to happen in the sandbox while a flow runs, and what happened. */
export function Happenings({
  sandbox,
  flow,
  isWebhook,
}: {
  readonly sandbox: SandboxState;
  readonly flow: Flow | undefined;
  readonly isWebhook: boolean;
}) {
  const title = useId();
  if (!sandbox.isUsed) {
    return (
      <Text fz="sm" c="dimmed">
        This is a real account: change something in Gorgias itself, and poll to see it handed on.
      </Text>
    );
  }
  return (
    <Stack gap="xs" role="group" aria-labelledby={title}>
      <Title order={4} id={title}>
        Make something happen
      </Title>
      {flow?.status === "running" ? (
        <Offered
          key={flow.id}
          // A webhook hears of tickets alone.
          happenings={sandbox.happenings.filter(({ events }) => !isWebhook || events.length > 0)}
          flow={flow}
        />
      ) : (
        <Text fz="sm">Start the trigger first.</Text>
      )}
    </Stack>
  );
}

function Offered({
  happenings,
  flow,
}: {
  readonly happenings: readonly Happening[];
  readonly flow: Flow;
}) {
  const { mutate, isPending, variables, data, error } = useMutation({
    mutationFn: ({ key }: Happening) => server.happen(key),
  });
  return (
    <>
      <Group gap="xs">
        {happenings.map((happening) => (
          <BusyButton
            key={happening.key}
            size="xs"
            px="xs"
            variant="default"
            isBusy={isPending && variables.key === happening.key}
            onClick={() => mutate(happening)}
          >
            {happening.label}
          </BusyButton>
        ))}
      </Group>
      <Text fz="sm" role="status">
        {data && variables
          ? [data.message, ...unheard(variables, flow)].join(" ")
          : `It happens in the made-up account. ${flow.way === "webhook" ? "The flow starts by itself." : "Poll to see it handed on."}`}
      </Text>
      {error && (
        <Alert color="red" role="alert" p="xs">
          {error.message}
        </Alert>
      )}
    </>
  );
}

/** Why a webhook does not start its flow: it was set up for other events. */
function unheard({ events }: Happening, { way, inputs }: Flow): readonly string[] {
  const chosen = Array.isArray(inputs.events) ? inputs.events : [];
  return way === "poll" || events.some((event) => chosen.includes(event))
    ? []
    : [
        `Gorgias reports it as ${events.join(" and ")}, which is not among the Events that this flow was started with.`,
      ];
}
