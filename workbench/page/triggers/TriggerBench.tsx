import { Text } from "@mantine/core";
import type { Asked, Step } from "../../messages";

interface TriggerBenchProps {
  readonly step: Step;
  /** The trigger as its form is filled in. */
  readonly asked: Asked;
}

/** Under a trigger's form: its flow at work, and what can be made to happen. */
export function TriggerBench({ step }: TriggerBenchProps) {
  return <Text>{step.label}</Text>;
}
