import { Text } from "@mantine/core";
import type { Step } from "../../messages";

/** Under a trigger's form: its flow at work, and what can be made to happen. */
export function TriggerBench({ step }: { readonly step: Step }) {
  return <Text>{step.label}</Text>;
}
