import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import type { SandboxState } from "../../messages";
import { server } from "../state/server";

/** What can be made to happen in the sandbox, and what happened. */
export function Happenings({
  sandbox,
  isWebhook,
}: {
  readonly sandbox: SandboxState;
  readonly isWebhook: boolean;
}) {
  const title = useId();
  const happen = useMutation({ mutationFn: server.happen });
  if (!sandbox.isUsed) {
    return (
      <Text fz="sm" c="dimmed">
        This is a real account: change something in Gorgias itself, and poll to see it handed on.
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Title order={4} id={title}>
        Make something happen
      </Title>
      <Group gap="xs" role="group" aria-labelledby={title}>
        {sandbox.happenings.map(({ key, label }) => (
          <Button key={key} size="xs" px="xs" variant="default" onClick={() => happen.mutate(key)}>
            {label}
          </Button>
        ))}
      </Group>
      <Text fz="sm" role="status">
        {happen.data?.message ??
          `It happens in the made-up account. ${isWebhook ? "The flow starts by itself." : "Poll to see it handed on."}`}
      </Text>
      {happen.error && (
        <Alert color="red" role="alert" p="xs">
          {happen.error.message}
        </Alert>
      )}
    </Stack>
  );
}
