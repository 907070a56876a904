import { Text } from "@mantine/core";
import type { Step } from "../../messages";
import { EFFECTS } from "./effects";

/** The method of a step's endpoint, or a word in its place where it has none. */
export function methodOf({ endpoint, effect }: Step): string {
  return endpoint?.split(" ")[0] ?? EFFECTS[effect].method;
}

interface EffectMarkProps {
  readonly step: Step;
  /** How wide it is, where it stands in a column. @defaultValue as wide as the word */
  readonly w?: number;
  /** It stands on a colour of its own. @defaultValue false */
  readonly isActive?: boolean;
}

/** The word, beside a step's name. Whoever listens hears it as the step's description. */
export function EffectMark({ step, w, isActive = false }: EffectMarkProps) {
  const word = methodOf(step);
  const { color } = EFFECTS[step.effect];
  return (
    <Text
      component="span"
      aria-hidden
      display="inline-block"
      w={w ?? "auto"}
      fz={10}
      fw={700}
      c={
        isActive
          ? "inherit"
          : `light-dark(var(--mantine-color-${color}-9), var(--mantine-color-${color}-3))`
      }
    >
      {word === "DELETE" ? "DEL" : word}
    </Text>
  );
}
