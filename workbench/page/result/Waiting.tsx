import { Group, Loader, Text } from "@mantine/core";

/** In the place of an answer that is still to come. */
export function Waiting() {
  return (
    <Group gap="xs">
      <Loader size="xs" />
      <Text c="dimmed">Waiting for the answer…</Text>
    </Group>
  );
}
