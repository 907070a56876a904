import { Alert, Badge, Code, Group, Stack, Text, Title } from "@mantine/core";
import type { Step } from "../../messages";
import { EFFECTS } from "../navigation/effects";

/** What a step is, above its form. */
export function StepHead({ step }: { readonly step: Step }) {
  const { label, description, endpoint, effect, directions, isCareful, kind } = step;
  const { word, color } = EFFECTS[effect];
  const isWarned = isCareful || effect === "deletes";
  return (
    <Stack gap="xs">
      <Title order={2} tabIndex={-1}>
        {label}
      </Title>
      {kind !== "connections" && (
        <Group gap="xs">
          <Badge variant="light" color={color} radius="sm">
            {word}
          </Badge>
          {endpoint && <Code style={{ overflowWrap: "anywhere" }}>{endpoint}</Code>}
        </Group>
      )}
      <Text>{description}</Text>
      {directions && (
        <Alert
          role="note"
          color={isWarned ? "orange" : "blue"}
          title={isWarned ? "Be careful" : "Before you fill it in"}
        >
          {directions}
        </Alert>
      )}
    </Stack>
  );
}
