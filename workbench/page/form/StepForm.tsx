import { Text, Title } from "@mantine/core";
import type { Step } from "../../messages";

/** The middle: the form of a step, made from its definition, and what runs it. */
export function StepForm({ step }: { readonly step: Step }) {
  return (
    <>
      <Title order={2}>{step.label}</Title>
      <Text>{step.description}</Text>
    </>
  );
}
